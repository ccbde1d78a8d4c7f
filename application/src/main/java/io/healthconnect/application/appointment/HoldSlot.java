package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.doctor.DoctorId;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A patient asks for one of a doctor's free slots to be kept for a few minutes. It takes the place
 * of an earlier one that the patient holds; asking again for the same slot does not prolong it.
 */
public interface HoldSlot {

  Result<Hold, BookingRefusal> holdSlot(Command command);

  /**
   * @param date in the doctor's zone
   * @param startTime in the doctor's zone
   */
  record Command(Actor actor, DoctorId doctor, LocalDate date, LocalTime startTime) {}
}
