package io.healthconnect.domain.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HoldTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Hold HOLD = hold("p1", 0, NOW);

  private static Hold hold(String patient, int minute, Instant now) {
    return Hold.begin(new HoldId("h1"), DoctorId.of("d1"), PatientId.of(patient), at(minute), now);
  }

  private static TimeSlot at(int minute) {
    Instant start = NINE.plus(Duration.ofMinutes(minute));
    return new TimeSlot(start, start.plus(Duration.ofMinutes(30)));
  }

  private static Appointment.Request request(String doctor, String patient, int minute) {
    AppointmentTime time =
        new AppointmentTime(
            LocalDate.EPOCH, LocalTime.NOON, LocalTime.NOON, ZoneOffset.UTC, at(minute));
    return new Appointment.Request(
        DoctorId.of(doctor), PatientId.of(patient), time, AppointmentMode.VIDEO, "");
  }

  private static Appointment booked(String doctor, String patient, int minute, Instant now) {
    return Appointment.book(new AppointmentId("a1"), request(doctor, patient, minute), false, now);
  }

  @Test
  void livesForFiveMinutes() {
    Instant end = NOW.plus(Duration.ofMinutes(5));
    assertEquals(end, HOLD.expiresAt());
    assertTrue(HOLD.isLive(end.minusMillis(1)));
    assertFalse(HOLD.isLive(end));
  }

  @Test
  void isTheSameWhateverItsIdAndAge() {
    Hold later =
        Hold.begin(new HoldId("h2"), HOLD.doctor(), HOLD.patient(), HOLD.time(), NOW.plusMillis(1));
    assertTrue(HOLD.keepsTheSameAs(later));
    assertFalse(HOLD.keepsTheSameAs(hold("p2", 0, NOW)));
    assertFalse(HOLD.keepsTheSameAs(hold("p1", 30, NOW)));
    Hold elsewhere = Hold.begin(HOLD.id(), DoctorId.of("d2"), HOLD.patient(), HOLD.time(), NOW);
    assertFalse(HOLD.keepsTheSameAs(elsewhere));
  }

  @Test
  void barsOtherPatientsFromItsTime() {
    assertTrue(HOLD.bars(booked("d1", "p2", 0, NOW)));
    assertTrue(HOLD.bars(booked("d1", "p2", 15, NOW)));
    assertFalse(HOLD.bars(booked("d1", "p2", 30, NOW)));
    assertFalse(HOLD.bars(booked("d2", "p2", 0, NOW)));
    assertFalse(HOLD.bars(booked("d1", "p1", 0, NOW)));
    assertFalse(HOLD.bars(booked("d1", "p2", 0, HOLD.expiresAt())));
  }

  @Test
  void barsNoDoctor() {
    assertFalse(
        HOLD.bars(Appointment.bookByDoctor(new AppointmentId("a1"), request("d1", "p2", 0), NOW)));
  }
}
