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
  public Integer doctorChanged(Change.DoctorChanged change) {
    return OBJECTS;
  }

  @Override
  public Integer sessionsEnded(Change.SessionsEnded change) {
    return OBJECTS;
  }

  @Override
  public Integer callSignalled(Change.CallSignalled change) {
    return OBJECTS + 2 * json(change.signal().event());
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

  private static int json(Signal.Event event) {
    if (event instanceof Signal.CandidateSent sent) {
      return sent.candidate().json().length();
    }
    if (event instanceof Signal.CallMade made) {
      return made.offer().json().length();
    }
    if (event instanceof Signal.CallAnswered answered) {
      return answered.answer().json().length();
    }
    return event instanceof Signal.DescriptionSent sent ? sent.description().json().length() : 0;
  }
}
