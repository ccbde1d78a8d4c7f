package io.healthconnect.domain.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment.Refusal;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppointmentTest {
  private static final DoctorId DOCTOR = DoctorId.of("doctor");
  private static final PatientId PATIENT = new PatientId(new AccountId("patient"));
  private static final Instant BOOKED = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant START = Instant.parse("2027-01-11T09:00:00Z");
  private static final Instant BEFORE = START.minusSeconds(1);

  /** What each intent makes of each status; whatever is missing is refused. */
  private static final Map<String, String> TABLE =
      Map.ofEntries(
          Map.entry("PENDING confirm", "SCHEDULED"),
          Map.entry("PENDING decline", "DECLINED"),
          Map.entry("PENDING cancelByDoctor", "CANCELLED"),
          Map.entry("PENDING cancelByPatient", "CANCELLED"),
          Map.entry("PENDING moveByDoctor", "PENDING"),
          Map.entry("PENDING moveByPatient", "PENDING"),
          Map.entry("PENDING moveByPatientAutoConfirmed", "PENDING"),
          Map.entry("SCHEDULED cancelByDoctor", "CANCELLED"),
          Map.entry("SCHEDULED cancelByPatient", "CANCELLED"),
          Map.entry("SCHEDULED complete", "COMPLETED"),
          Map.entry("SCHEDULED noShow", "NO_SHOW"),
          Map.entry("SCHEDULED moveByDoctor", "SCHEDULED"),
          Map.entry("SCHEDULED moveByPatient", "PENDING"),
          Map.entry("SCHEDULED moveByPatientAutoConfirmed", "SCHEDULED"));

  private static Map<String, Function<Appointment, Result<Appointment, Refusal>>> intents() {
    Map<String, Function<Appointment, Result<Appointment, Refusal>>> intents = new HashMap<>();
    AccountId doctor = DOCTOR.account();
    AccountId patient = PATIENT.account();
    VisitTime later = time(START.plusSeconds(3600));
    intents.put("confirm", a -> a.confirm(START));
    intents.put("decline", a -> a.decline(Optional.empty(), START));
    intents.put("cancelByDoctor", a -> a.cancel(doctor, "ill", START));
    intents.put("cancelByPatient", a -> a.cancel(patient, "ill", START));
    intents.put("complete", a -> a.complete(START));
    intents.put("noShow", a -> a.noShow(START));
    intents.put("moveByDoctor", a -> a.reschedule(doctor, later, Optional.empty(), false, START));
    intents.put("moveByPatient", a -> a.reschedule(patient, later, Optional.empty(), false, START));
    intents.put(
        "moveByPatientAutoConfirmed",
        a -> a.reschedule(patient, later, Optional.empty(), true, START));
    return intents;
  }

  @Test
  void everyIntentFollowsTheTableFromEveryStatus() {
    int cells = 0;
    for (AppointmentStatus from : AppointmentStatus.values()) {
      for (var intent : intents().entrySet()) {
        String cell = from + " " + intent.getKey();
        Appointment before = in(from);
        String outcome =
            intent
                .getValue()
                .apply(before)
                .fold(
                    after -> {
                      assertEquals(before.history().size() + 1, after.history().size(), cell);
                      StatusChange last = after.history().get(after.history().size() - 1);
                      assertEquals(Optional.of(from), last.from(), cell);
                      assertEquals(after.status(), last.to(), cell);
                      assertEquals(START, last.at(), cell);
                      return after.status().name();
                    },
                    Refusal::name);
        assertEquals(TABLE.getOrDefault(cell, "ILLEGAL_TRANSITION"), outcome, cell);
        cells++;
      }
    }
    assertEquals(54, cells);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, PENDING SCHEDULED DECLINED CANCELLED",
    "SCHEDULED, PENDING SCHEDULED CANCELLED COMPLETED NO_SHOW",
    "COMPLETED, ''",
    "DECLINED, ''",
    "CANCELLED, ''",
    "NO_SHOW, ''",
  })
  void theSquareOfStatusesIsAsWritten(AppointmentStatus from, String allowed) {
    for (AppointmentStatus to : AppointmentStatus.values()) {
      boolean expected = List.of(allowed.split(" ")).contains(to.name());
      assertEquals(expected, from.next().contains(to), from + " to " + to);
    }
  }

  @Test
  void onlyPendingAndScheduledVisitsKeepTheirTime() {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      boolean open = status == AppointmentStatus.PENDING || status == AppointmentStatus.SCHEDULED;
      assertEquals(open, status.occupies());
      assertEquals(status, AppointmentStatus.parse(status.code()));
    }
    assertThrows(InvalidValueException.class, () -> AppointmentStatus.parse("Pending"));
  }

  @Test
  void nobodyIsANoShowBeforeTheStart() {
    assertEquals(
        Result.failure(Refusal.ILLEGAL_TRANSITION),
        in(AppointmentStatus.SCHEDULED).noShow(START.minusMillis(1)));
  }

  @Test
  void bookingIsTheFirstLineOfTheHistory() {
    Appointment booked = book(true);
    assertEquals(AppointmentStatus.SCHEDULED, booked.status());
    assertEquals(AppointmentStatus.PENDING, book(false).status());
    assertEquals(
        List.of(
            new StatusChange(
                Optional.empty(),
                AppointmentStatus.SCHEDULED,
                PATIENT.account(),
                BOOKED,
                Optional.empty())),
        booked.history());
    assertEquals(1, booked.version());
  }

  @Test
  void aMoveTakesTheNewTimeAndTellsWhy() {
    VisitTime later = time(START.plusSeconds(60));
    Appointment moved =
        done(book(true).reschedule(DOCTOR.account(), later, Optional.of(" late "), false, BEFORE));
    assertEquals(later, moved.time());
    assertEquals(Optional.of("late"), moved.history().get(1).reason());
  }

  @Test
  void cancellingNeedsAReason() {
    Appointment visit = book(true);
    assertThrows(InvalidValueException.class, () -> visit.cancel(PATIENT.account(), "  ", BEFORE));
    String longest = "x".repeat(500);
    Appointment cancelled = done(visit.cancel(PATIENT.account(), longest, BEFORE));
    assertEquals(Optional.of(longest), cancelled.history().get(1).reason());
    assertThrows(
        InvalidValueException.class, () -> visit.cancel(PATIENT.account(), longest + "x", BEFORE));
  }

  @Test
  void notesKeepEveryVersionButNotTheSameTwice() {
    Appointment visit = book(true).withNotes("one", START).withNotes("one ", START);
    assertEquals(1, visit.notes().size());
    Appointment changed = visit.withNotes("two", START).withNotes("one", START);
    assertEquals(
        List.of("one", "two", "one"), changed.notes().stream().map(NoteVersion::text).toList());
    assertEquals(Optional.of("one"), changed.currentNotes());
    assertEquals(8000, visit.withNotes("x".repeat(8000), START).notes().get(1).text().length());
    assertThrows(InvalidValueException.class, () -> visit.withNotes("x".repeat(8001), START));
  }

  @Test
  void patientsReadTheNotesOnceTheVisitIsCompleted() {
    Appointment open = book(true).withNotes("one", START);
    assertEquals(List.of(), open.visibleTo(PATIENT.account()).notes());
    assertEquals(open, open.visibleTo(DOCTOR.account()));
    Appointment completed = done(open.complete(START));
    assertEquals(completed, completed.visibleTo(PATIENT.account()));
  }

  @Test
  void onlyACompletedVisitIsReviewedAndOnlyOnce() {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      if (status != AppointmentStatus.COMPLETED) {
        assertEquals(Result.failure(Refusal.ILLEGAL_TRANSITION), in(status).reviewed(5, "", START));
      }
    }
    Appointment reviewed = done(in(AppointmentStatus.COMPLETED).reviewed(5, "good", START));
    assertEquals(Result.success(reviewed), reviewed.reviewed(5, " good", START.plusSeconds(9)));
    assertEquals(Result.failure(Refusal.ALREADY_REVIEWED), reviewed.reviewed(4, "good", START));
    assertEquals(Result.failure(Refusal.ALREADY_REVIEWED), reviewed.reviewed(5, "", START));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 6, 7})
  void aReviewHasOneToFiveStars(int stars) {
    Appointment completed = in(AppointmentStatus.COMPLETED);
    assertThrows(InvalidValueException.class, () -> completed.reviewed(stars, "", START));
  }

  @Test
  void aReviewHasAtMostTwoThousandCharacters() {
    assertEquals(2000, new Review(1, "x".repeat(2000), START).text().length());
    String tooLong = "x".repeat(2001);
    assertThrows(InvalidValueException.class, () -> new Review(1, tooLong, START));
  }

  @Test
  void aVisitOpensContactUnlessItWasCalledOffBeforeItsStart() {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      assertTrue(in(status).opensContact(), status + " at the start");
    }
    assertFalse(done(book(true).cancel(DOCTOR.account(), "ill", BEFORE)).opensContact());
    assertFalse(done(book(false).decline(Optional.empty(), BEFORE)).opensContact());
  }

  @Test
  void onlyTheTwoAreParticipants() {
    assertTrue(book(true).isParticipant(DOCTOR.account()));
    assertTrue(book(true).isParticipant(PATIENT.account()));
    assertFalse(book(true).isParticipant(new AccountId("other")));
  }

  private static Appointment in(AppointmentStatus status) {
    return switch (status) {
      case PENDING -> book(false);
      case SCHEDULED -> book(true);
      case COMPLETED -> done(book(true).complete(START));
      case DECLINED -> done(book(false).decline(Optional.empty(), START));
      case CANCELLED -> done(book(true).cancel(PATIENT.account(), "ill", START));
      case NO_SHOW -> done(book(true).noShow(START));
    };
  }

  private static Appointment book(boolean autoConfirm) {
    return Appointment.book(
        new AppointmentId("visit"),
        DOCTOR,
        PATIENT,
        time(START),
        VisitMode.VIDEO,
        "cough",
        autoConfirm,
        BOOKED);
  }

  private static VisitTime time(Instant start) {
    return new VisitTime(
        LocalDate.of(2027, 1, 11),
        LocalTime.of(9, 0),
        LocalTime.of(9, 30),
        ZoneOffset.UTC,
        new TimeSlot(start, start.plusSeconds(1800)));
  }

  private static Appointment done(Result<Appointment, Refusal> result) {
    return result.fold(
        visit -> visit,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }
}
