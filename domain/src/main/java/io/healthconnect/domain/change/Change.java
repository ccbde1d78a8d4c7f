package io.healthconnect.domain.change;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.message.Message;
import java.util.Optional;

/** Something that live connections should hear of. */
public sealed interface Change {

  /** A message was stored; both people's devices show it. */
  record MessageSent(Message message) implements Change {}

  /** {@code by} has read what {@code other} wrote, up to and including number {@code upTo}. */
  record MessagesRead(AccountId by, AccountId other, long upTo) implements Change {}

  /** A visit was booked or changed; both people's devices show it. */
  record AppointmentChanged(Appointment appointment) implements Change {}

  /**
   * Sessions ended; their connections close.
   *
   * @param only the one session that ended; empty when all did
   * @param keep the one session that stays when all others ended
   */
  record SessionsEnded(AccountId account, Optional<SessionId> only, Optional<SessionId> keep)
      implements Change {}

  /** Part of a call for one person's devices. */
  record CallSignalled(Signal signal) implements Change {}

  /** A person's first device came online, or the last one left. */
  record PresenceChanged(AccountId account, boolean online) implements Change {}

  /** {@code from} is writing to {@code to}; nobody keeps it, and it may be lost. */
  record Typing(AccountId from, AccountId to) implements Change {}

  /**
   * This process missed changes, or others took its connections for gone: all its connections end,
   * and come back to read anew what they show.
   */
  record Interrupted() implements Change {}
}
