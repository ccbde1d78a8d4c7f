package io.healthconnect.application.doctor;

import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.patient.PatientId;
import java.util.Optional;

/**
 * For whom free slots are computed.
 *
 * @param isDoctor whether it is the doctor, to whom neither the minimum notice nor holds apply
 * @param patient whose own hold does not take a slot away
 */
public record Booker(boolean isDoctor, Optional<PatientId> patient) {
  /** Somebody who is not known to be a patient. */
  public static final Booker ANYBODY = new Booker(false, Optional.empty());

  public static final Booker DOCTOR = new Booker(true, Optional.empty());

  public static Booker patient(PatientId patient) {
    return new Booker(false, Optional.of(patient));
  }

  /** Whether the held time is not free for this one. */
  boolean isBarredBy(Hold hold) {
    return !isDoctor && !patient.equals(Optional.of(hold.patient()));
  }
}
