package io.healthconnect.domain.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsualConfirmationTest {
  private static final Instant ASKED = Instant.parse("2027-01-01T00:00:00Z");
  private static final AppointmentTime TIME = at(9);
  private static final AppointmentTime LATER = at(10);

  private static AppointmentTime at(int hour) {
    LocalDate date = LocalDate.of(2027, 1, 11);
    LocalTime start = LocalTime.of(hour, 0);
    Instant startsAt = date.atTime(start).toInstant(ZoneOffset.UTC);
    return new AppointmentTime(
        date,
        start,
        start.plusMinutes(30),
        ZoneOffset.UTC,
        new TimeSlot(startsAt, startsAt.plusSeconds(1800)));
  }

  private static Appointment asked(boolean autoConfirm) {
    return Appointment.book(
        new AppointmentId("a"),
        new Appointment.Request(
            DoctorId.of("doctor"), PatientId.of("patient"), TIME, AppointmentMode.VIDEO, ""),
        autoConfirm,
        ASKED);
  }

  private static Appointment confirmedAfter(int minutes) {
    return value(asked(false).confirm(ASKED.plus(Duration.ofMinutes(minutes))));
  }

  private static <T> T value(Result<T, ?> result) {
    return result.fold(
        value -> value,
        failure -> {
          throw new AssertionError(failure);
        });
  }

  private static Optional<Duration> of(int... minutes) {
    return UsualConfirmation.of(
        IntStream.of(minutes).mapToObj(UsualConfirmationTest::confirmedAfter).toList());
  }

  @Test
  void isTheTimeWithinWhichThreeOfFourAreConfirmed() {
    assertEquals(Optional.of(Duration.ofMinutes(30)), of(30, 5, 600, 20));
    assertEquals(Optional.of(Duration.ofMinutes(6)), of(8, 1, 2, 3, 4, 5, 6, 7));
    assertEquals(Optional.of(Duration.ofMinutes(3)), of(1, 2, 3));
  }

  @Test
  void isNotSaidOfFewerThanThree() {
    assertEquals(Optional.empty(), of());
    assertEquals(Optional.empty(), of(1, 2));
  }

  @Test
  void leavesOutWhatNobodyHadToConfirmAndWhatIsNotConfirmed() {
    List<Appointment> others = List.of(asked(true), asked(true), asked(false), asked(false));
    assertEquals(Optional.empty(), UsualConfirmation.of(others));
  }

  @Test
  void countsFromTheNewestRequestForTheTime() {
    Instant moved = ASKED.plus(Duration.ofHours(5));
    Appointment appointment =
        value(
            value(
                    asked(false)
                        .reschedule(
                            PatientId.of("patient").account(),
                            new Rescheduling(LATER, Optional.empty(), false, 10),
                            moved))
                .confirm(moved.plus(Duration.ofMinutes(4))));
    assertEquals(
        Optional.of(Duration.ofMinutes(4)),
        UsualConfirmation.of(List.of(appointment, appointment, appointment)));
  }
}
