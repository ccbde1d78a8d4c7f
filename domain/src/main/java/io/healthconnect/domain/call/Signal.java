package io.healthconnect.domain.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.presence.DeviceId;
import java.util.Optional;
import java.util.function.Function;

/** A message about a call that the server sends to a person's devices. */
public record Signal(AccountId to, Devices devices, Event event) {

  /** The devices that receive the signal. */
  public sealed interface Devices {
    boolean includes(DeviceId device);

    /** Calls the function for this choice of devices and returns its value. */
    <T> T fold(
        Function<? super All, ? extends T> onAll,
        Function<? super Only, ? extends T> onOnly,
        Function<? super AllBut, ? extends T> onAllBut);
  }

  /** Every connected device. */
  public record All() implements Devices {
    @Override
    public boolean includes(DeviceId device) {
      return true;
    }

    @Override
    public <T> T fold(
        Function<? super All, ? extends T> onAll,
        Function<? super Only, ? extends T> onOnly,
        Function<? super AllBut, ? extends T> onAllBut) {
      return onAll.apply(this);
    }
  }

  /** The one device, if it is still connected. */
  public record Only(DeviceId device) implements Devices {
    @Override
    public boolean includes(DeviceId candidate) {
      return device.equals(candidate);
    }

    @Override
    public <T> T fold(
        Function<? super All, ? extends T> onAll,
        Function<? super Only, ? extends T> onOnly,
        Function<? super AllBut, ? extends T> onAllBut) {
      return onOnly.apply(this);
    }
  }

  /** Every connected device but one. */
  public record AllBut(DeviceId device) implements Devices {
    @Override
    public boolean includes(DeviceId candidate) {
      return !device.equals(candidate);
    }

    @Override
    public <T> T fold(
        Function<? super All, ? extends T> onAll,
        Function<? super Only, ? extends T> onOnly,
        Function<? super AllBut, ? extends T> onAllBut) {
      return onAllBut.apply(this);
    }
  }

  /** The content of the signal; {@code from} is the other person in the call. */
  public sealed interface Event {
    CallId callId();

    AccountId from();

    /** Calls the method for this kind of event and returns its value. */
    <T> T fold(Cases<T> cases);
  }

  /** Decides on every kind of event; a new kind does not compile until each user has decided. */
  public interface Cases<T> {
    T callMade(CallMade event);

    T callAnswered(CallAnswered event);

    T candidateSent(CandidateSent event);

    T descriptionSent(DescriptionSent event);

    T callRejected(CallRejected event);

    T callEnded(CallEnded event);

    T answeredElsewhere(AnsweredElsewhere event);
  }

  /** Ring. A device may receive this twice for the same call (glare, a reconnect). */
  public record CallMade(
      CallId callId,
      AccountId from,
      CallerCard caller,
      SessionDescription offer,
      CallMedia media,
      Optional<AppointmentId> appointment)
      implements Event {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.callMade(this);
    }
  }

  /** The callee has answered. */
  public record CallAnswered(CallId callId, AccountId from, SessionDescription answer)
      implements Event {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.callAnswered(this);
    }
  }

  /** A candidate from the other side, sent after its description. */
  public record CandidateSent(CallId callId, AccountId from, Candidate candidate) implements Event {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.candidateSent(this);
    }
  }

  /** A later offer or answer. After a resume, a description may be repeated. */
  public record DescriptionSent(CallId callId, AccountId from, SessionDescription description)
      implements Event {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.descriptionSent(this);
    }
  }

  /** It ended before it was answered: {@code declined, busy, offline, unanswered}. */
  public record CallRejected(CallId callId, AccountId from, EndReason reason) implements Event {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.callRejected(this);
    }
  }

  /** It ended: {@code cancelled, hangup, lost}. */
  public record CallEnded(CallId callId, AccountId from, EndReason reason) implements Event {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.callEnded(this);
    }
  }

  /** The call continues on another device of the same person; for this device it is over. */
  public record AnsweredElsewhere(CallId callId, AccountId from) implements Event {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.answeredElsewhere(this);
    }
  }
}
