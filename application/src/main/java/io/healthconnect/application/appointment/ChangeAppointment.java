package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import java.util.Optional;

/** A participant takes a visit through its life, in all ways that keep its time. */
public interface ChangeAppointment {

  Result<Appointment, Refusal> handle(Command command);

  /**
   * @param expectedVersion when given, the change is refused if the visit has another version
   */
  record Command(Actor actor, AppointmentId id, Optional<Long> expectedVersion, Intent intent) {}

  /** What the actor wants. */
  sealed interface Intent {
    record Confirm() implements Intent {}

    record Decline(Optional<String> reason) implements Intent {}

    record Cancel(String reason) implements Intent {}

    record Complete() implements Intent {}

    record NoShow() implements Intent {}

    record WriteNotes(String text) implements Intent {}

    record Review(int rating, String text) implements Intent {}
  }

  enum Refusal {
    /** There is none, or it is somebody else's. */
    NOT_FOUND,
    /** The other participant may do this, the actor may not. */
    WRONG_ROLE,
    ILLEGAL_TRANSITION,
    ALREADY_REVIEWED,
    STALE
  }
}
