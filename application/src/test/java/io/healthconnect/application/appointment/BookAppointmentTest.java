package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentStatus;
import org.junit.jupiter.api.Test;

class BookAppointmentTest {
  private final AppointmentWorld world =
      new AppointmentWorld(AppointmentLimits.DEFAULT.withOpen(3).withOpenWithDoctor(2));

  @Test
  void booksAFreeSlot() {
    Appointment booked = value(world.book(PATIENT, "09:00"));
    assertEquals(AppointmentStatus.PENDING, booked.status());
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.book(OTHER, "09:00")));
    assertEquals(BookingRefusal.OUTSIDE_SCHEDULE, reason(world.book(OTHER, "08:00")));
    assertEquals(BookingRefusal.WRONG_ROLE, reason(world.book(DOCTOR, "10:00")));
  }

  @Test
  void refusesMoreOpenAppointmentsThanAllowed() {
    value(world.book(PATIENT, "09:00"));
    value(world.book(PATIENT, "09:30"));
    assertEquals(BookingRefusal.LIMIT_REACHED, reason(world.book(PATIENT, "10:00")));
    value(world.book(OTHER, "10:00"));
  }

  /** T-03. */
  @Test
  void t03TheSameKeyGivesTheSameAppointment() {
    Appointment booked = value(world.book(PATIENT, "09:00", "k"));
    assertEquals(booked, value(world.book(PATIENT, "09:00", "k")));
    assertEquals(BookingRefusal.KEY_REUSED, reason(world.book(PATIENT, "10:00", "k")));
    assertNotEquals(booked.id(), value(world.book(OTHER, "10:00", "k")).id());
  }

  /** The first request completes on another node while the second looks for a free time. */
  @Test
  void t03AResendThatMeetsItsTwinGetsTheStoredResult() {
    world.meanwhile = () -> value(world.book(PATIENT, "09:00", "k"));
    Appointment second = value(world.book(PATIENT, "09:00", "k"));
    assertEquals(second, world.store.appointments().find(second.id()).orElseThrow());
    assertEquals("a000001", second.id().value());
  }

  @Test
  void t03SomebodyElsesBookingInBetweenStillTakesTheTime() {
    world.meanwhile = () -> value(world.book(OTHER, "09:00", "k"));
    assertEquals(BookingRefusal.SLOT_TAKEN, reason(world.book(PATIENT, "09:00", "k")));
  }
}
