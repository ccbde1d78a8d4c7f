package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.MONDAY;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.doctor.DoctorId;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class HoldSlotTest {
  private final AppointmentWorld world = new AppointmentWorld(AppointmentLimits.DEFAULT);

  @Test
  void keepsAFreeSlotForThePatient() {
    Hold hold = value(world.hold(PATIENT, "09:00"));
    assertEquals(BOOKED.plus(Duration.ofMinutes(5)), hold.expiresAt());
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.hold(OTHER, "09:00")));
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.book(OTHER, "09:00")));
    value(world.book(PATIENT, "09:00"));
  }

  @Test
  void letsOthersHaveTheSlotWhenItExpires() {
    value(world.hold(PATIENT, "09:00"));
    world.clock.advance(Hold.LIFE.minusMillis(1));
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.book(OTHER, "09:00")));
    world.clock.advance(Duration.ofMillis(1));
    value(world.book(OTHER, "09:00"));
  }

  /** Edge case 29: the form is still open, and nobody else was faster. */
  @Test
  void case29AnExpiredHoldKeepsNobodyFromBooking() {
    value(world.hold(PATIENT, "09:00"));
    world.clock.advance(Hold.LIFE);
    value(world.book(PATIENT, "09:00"));
  }

  @Test
  void anotherSlotTakesThePlaceOfTheFirst() {
    value(world.hold(PATIENT, "09:00"));
    value(world.hold(PATIENT, "09:30"));
    value(world.hold(OTHER, "09:00"));
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.hold(OTHER, "09:30")));
  }

  @Test
  void askingAgainProlongsNothing() {
    Hold first = value(world.hold(PATIENT, "09:00"));
    world.clock.advance(Duration.ofMinutes(1));
    assertEquals(first, value(world.hold(PATIENT, "09:00")));
  }

  @Test
  void refusesWhatCannotBeBooked() {
    value(world.book(OTHER, "09:00"));
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.hold(PATIENT, "09:00")));
    assertEquals(BookingRefusal.OUTSIDE_SCHEDULE, reason(world.hold(PATIENT, "08:00")));
    assertEquals(BookingRefusal.WRONG_ROLE, reason(world.hold(DOCTOR, "10:00")));
    HoldSlot.Command nobody =
        new HoldSlot.Command(PATIENT, DoctorId.of("nobody"), MONDAY, LocalTime.of(10, 0));
    assertEquals(BookingRefusal.NOT_FOUND, reason(world.use.hold().holdSlot(nobody)));
  }

  @Test
  void aPatientMovesToNoSlotThatIsHeldAndADoctorDoes() {
    Appointment booked = value(world.book(OTHER, "10:00"));
    value(world.hold(PATIENT, "09:00"));
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.move(OTHER, booked.id(), "09:00")));
    value(world.move(DOCTOR, booked.id(), "09:00"));
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.book(PATIENT, "09:00")));
  }
}
