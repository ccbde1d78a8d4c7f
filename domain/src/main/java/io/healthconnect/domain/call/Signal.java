package io.healthconnect.domain.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.presence.DeviceId;
import java.util.Optional;

/** A message about a call that the server sends to a person's devices. */
public record Signal(AccountId to, Devices devices, Event event) {

  /** The devices that receive the signal. */
  public sealed interface Devices {
    boolean includes(DeviceId device);
  }

  /** Every connected device. */
  public record All() implements Devices {
    @Override
    public boolean includes(DeviceId device) {
      return true;
    }
  }

  /** The one device, if it is still connected. */
  public record Only(DeviceId device) implements Devices {
    @Override
    public boolean includes(DeviceId candidate) {
      return device.equals(candidate);
    }
  }

  /** Every connected device but one. */
  public record AllBut(DeviceId device) implements Devices {
    @Override
    public boolean includes(DeviceId candidate) {
      return !device.equals(candidate);
    }
  }

  /** The content of the signal; {@code from} is the other person in the call. */
  public sealed interface Event {
    CallId callId();

    AccountId from();
  }

  /** Ring. A device may receive this twice for the same call (glare, a reconnect). */
  public record CallMade(
      CallId callId,
      AccountId from,
      CallerCard caller,
      SessionDescription offer,
      CallMedia media,
      Optional<AppointmentId> appointment)
      implements Event {}

  /** The callee has answered. */
  public record CallAnswered(CallId callId, AccountId from, SessionDescription answer)
      implements Event {}

  /** A candidate from the other side, sent after its description. */
  public record CandidateSent(CallId callId, AccountId from, Candidate candidate)
      implements Event {}

  /** A later offer or answer. After a resume, a description may be repeated. */
  public record DescriptionSent(CallId callId, AccountId from, SessionDescription description)
      implements Event {}

  /** It ended before it was answered: {@code declined, busy, offline, unanswered}. */
  public record CallRejected(CallId callId, AccountId from, EndReason reason) implements Event {}

  /** It ended: {@code cancelled, hangup, lost}. */
  public record CallEnded(CallId callId, AccountId from, EndReason reason) implements Event {}

  /** The call continues on another device of the same person; for this device it is over. */
  public record AnsweredElsewhere(CallId callId, AccountId from) implements Event {}
}
