package io.healthconnect.signaling.product;

import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;

/** Estimates, rather too high, what a change takes in memory, in bytes. */
final class ChangeSizes implements Change.Cases<Integer> {
  private static final int OBJECTS = 400;
  private static final int APPOINTMENT = 4_000;
  private static final ChangeSizes SIZES = new ChangeSizes();

  private ChangeSizes() {}

  static int of(Change change) {
    return change.fold(SIZES);
  }

  @Override
  public Integer messageSent(Change.MessageSent change) {
    return OBJECTS + change.message().text().map(text -> 2 * text.length()).orElse(0);
  }

  @Override
  public Integer messagesRead(Change.MessagesRead change) {
    return OBJECTS;
  }

  @Override
  public Integer appointmentChanged(Change.AppointmentChanged change) {
    return APPOINTMENT
        + 2 * change.appointment().reason().length()
        + 2 * change.appointment().notes().current().map(note -> note.text().length()).orElse(0);
  }

  @Override
  public Integer noticeStored(Change.NoticeStored change) {
    return OBJECTS;
  }

  @Override
  public Integer doctorChanged(Change.DoctorChanged change) {
    return OBJECTS;
  }

  @Override
  public Integer doctorLate(Change.DoctorLate change) {
    return OBJECTS * (1 + change.patients().size());
  }

  @Override
  public Integer waitingChanged(Change.WaitingChanged change) {
    return OBJECTS;
  }

  @Override
  public Integer patientAdmitted(Change.PatientAdmitted change) {
    return OBJECTS;
  }

  @Override
  public Integer sessionsEnded(Change.SessionsEnded change) {
    return OBJECTS;
  }

  @Override
  public Integer callSignalled(Change.CallSignalled change) {
    return OBJECTS + 2 * change.signal().event().fold(JsonLength.LENGTH);
  }

  @Override
  public Integer presenceChanged(Change.PresenceChanged change) {
    return OBJECTS;
  }

  @Override
  public Integer typing(Change.Typing change) {
    return OBJECTS;
  }

  @Override
  public Integer deviceLeft(Change.DeviceLeft change) {
    return OBJECTS;
  }

  @Override
  public Integer deviceMoved(Change.DeviceMoved change) {
    return OBJECTS;
  }

  @Override
  public Integer interrupted(Change.Interrupted change) {
    return OBJECTS;
  }

  /** The length of the JSON in a signal's event. */
  private static final class JsonLength implements Signal.Cases<Integer> {
    private static final JsonLength LENGTH = new JsonLength();

    @Override
    public Integer callMade(Signal.CallMade event) {
      return event.offer().json().length();
    }

    @Override
    public Integer callAnswered(Signal.CallAnswered event) {
      return event.answer().json().length();
    }

    @Override
    public Integer candidateSent(Signal.CandidateSent event) {
      return event.candidate().json().length();
    }

    @Override
    public Integer descriptionSent(Signal.DescriptionSent event) {
      return event.description().json().length();
    }

    @Override
    public Integer callRejected(Signal.CallRejected event) {
      return 0;
    }

    @Override
    public Integer callEnded(Signal.CallEnded event) {
      return 0;
    }

    @Override
    public Integer answeredElsewhere(Signal.AnsweredElsewhere event) {
      return 0;
    }
  }
}
