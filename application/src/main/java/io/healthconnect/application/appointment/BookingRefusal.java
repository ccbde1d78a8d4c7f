package io.healthconnect.application.appointment;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.doctor.Unbookable;

/** Why an appointment cannot have the requested time. */
public enum BookingRefusal {
  /** The actor's role may not do this. */
  WRONG_ROLE,
  /**
   * There is no such doctor, patient or appointment, it is not one of the actor's, or the directory
   * hides the doctor.
   */
  NOT_FOUND,
  /** The actor is a doctor whom the directory hides. */
  NOT_APPROVED,
  NONEXISTENT_LOCAL_TIME,
  IN_THE_PAST,
  OUTSIDE_SCHEDULE,
  /** Somebody else has booked the doctor's time. */
  SLOT_TAKEN,
  /** The patient has another appointment at that time. */
  PATIENT_BUSY,
  /** The patient has too many open appointments, or this one has been rescheduled too often. */
  LIMIT_REACHED,
  KEY_REUSED,
  ILLEGAL_TRANSITION,
  /** The appointment has started. */
  TOO_LATE,
  /** Not the expected version, or too many concurrent changes. */
  STALE;

  static BookingRefusal of(Unbookable unbookable) {
    return switch (unbookable) {
      case NONEXISTENT_LOCAL_TIME -> NONEXISTENT_LOCAL_TIME;
      case IN_THE_PAST -> IN_THE_PAST;
      case OUTSIDE_SCHEDULE -> OUTSIDE_SCHEDULE;
      case TAKEN -> SLOT_TAKEN;
    };
  }

  static BookingRefusal of(Conflict conflict) {
    return switch (conflict) {
      case DOCTOR_BUSY -> SLOT_TAKEN;
      case PATIENT_BUSY -> PATIENT_BUSY;
      case LIMIT_REACHED -> LIMIT_REACHED;
      case KEY_REUSED -> KEY_REUSED;
      case DOCTOR_HIDDEN -> NOT_FOUND;
    };
  }

  static BookingRefusal of(Appointment.Refusal refusal) {
    return switch (refusal) {
      case ILLEGAL_TRANSITION, TOO_EARLY, ALREADY_REVIEWED -> ILLEGAL_TRANSITION;
      case TOO_LATE -> TOO_LATE;
      case LIMIT_REACHED -> LIMIT_REACHED;
    };
  }
}
