package io.healthconnect.domain.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import java.util.Optional;

/** Something that the server tells a person's devices about a call. */
public record Signal(AccountId to, Devices devices, Event event) {

  /** Which devices of the person are told. */
  public sealed interface Devices {
    default boolean includes(DeviceId device) {
      if (this instanceof Only only) {
        return only.device().equals(device);
      }
      return !(this instanceof AllBut but) || !but.device().equals(device);
    }
  }

  /** Every connected device. */
  public record All() implements Devices {}

  /** The one device, if it is still connected. */
  public record Only(DeviceId device) implements Devices {}

  /** Every connected device but one. */
  public record AllBut(DeviceId device) implements Devices {}

  /** What they are told; {@code from} is the other person of the call. */
  public sealed interface Event {
    CallId callId();

    AccountId from();
  }

  /** Ring. The same call may be told twice to a device (glare, a reconnect). */
  public record CallMade(
      CallId callId,
      AccountId from,
      SessionDescription offer,
      CallMedia media,
      Optional<AppointmentId> appointment)
      implements Event {}

  /** The callee has answered. */
  public record CallAnswered(CallId callId, AccountId from, SessionDescription answer)
      implements Event {}

  /** A candidate of the other side; its description was told before. */
  public record CandidateSent(CallId callId, AccountId from, Candidate candidate)
      implements Event {}

  /** A later offer or answer. After a resume a description that is known already may come again. */
  public record DescriptionSent(CallId callId, AccountId from, SessionDescription description)
      implements Event {}

  /** It ended before it was answered: {@code declined, busy, offline, unanswered}. */
  public record CallRejected(CallId callId, AccountId from, EndReason reason) implements Event {}

  /** It ended: {@code cancelled, hangup, lost}. */
  public record CallEnded(CallId callId, AccountId from, EndReason reason) implements Event {}

  /** The call goes on at another device of the same person; for this one it is over. */
  public record AnsweredElsewhere(CallId callId, AccountId from) implements Event {}
}
