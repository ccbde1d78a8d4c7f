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

  private static final Appointment.Request REQUEST =
      new Appointment.Request(DOCTOR, PATIENT, time(START), AppointmentMode.VIDEO, "cough");

  /** The status after each intent in each status; combinations that are missing are refused. */
  private static final Map<String, String> TABLE =
      Map.ofEntries(
          Map.entry("PENDING confirm", "SCHEDULED"),
          Map.entry("PENDING decline", "DECLINED"),
          Map.entry("PENDING declineUnconfirmed", "DECLINED"),
          Map.entry("PENDING cancelByDoctor", "CANCELLED"),
          Map.entry("PENDING cancelByPatient", "CANCELLED"),
          Map.entry("PENDING cancelForErasure", "CANCELLED"),
          Map.entry("PENDING moveByDoctor", "PENDING"),
          Map.entry("PENDING moveByPatient", "PENDING"),
          Map.entry("PENDING moveByPatientAutoConfirmed", "PENDING"),
          Map.entry("SCHEDULED cancelByDoctor", "CANCELLED"),
          Map.entry("SCHEDULED cancelByPatient", "CANCELLED"),
          Map.entry("SCHEDULED cancelForErasure", "CANCELLED"),
          Map.entry("SCHEDULED complete", "COMPLETED"),
          Map.entry("SCHEDULED noShow", "NO_SHOW"),
          Map.entry("SCHEDULED moveByDoctor", "SCHEDULED"),
          Map.entry("SCHEDULED moveByPatient", "PENDING"),
          Map.entry("SCHEDULED moveByPatientAutoConfirmed", "SCHEDULED"));

  private static Map<String, Function<Appointment, Result<Appointment, Refusal>>> intents() {
    Map<String, Function<Appointment, Result<Appointment, Refusal>>> intents = new HashMap<>();
    AccountId doctor = DOCTOR.account();
    AccountId patient = PATIENT.account();
    AppointmentTime later = time(START.plusSeconds(3600));
    intents.put("confirm", a -> a.confirm(BEFORE));
    intents.put("decline", a -> a.decline(Optional.empty(), START));
    intents.put("declineUnconfirmed", a -> a.declineUnconfirmed(START));
    intents.put("cancelByDoctor", a -> a.cancel(doctor, "ill", START));
    intents.put("cancelByPatient", a -> a.cancel(patient, "ill", BEFORE));
    intents.put("cancelForErasure", a -> a.cancelForErasure(BEFORE));
    intents.put("complete", a -> a.complete(START));
    intents.put("noShow", a -> a.noShow(START));
    intents.put("moveByDoctor", a -> a.reschedule(doctor, move(later, false), START));
    intents.put("moveByPatient", a -> a.reschedule(patient, move(later, false), BEFORE));
    intents.put(
        "moveByPatientAutoConfirmed", a -> a.reschedule(patient, move(later, true), BEFORE));
    return intents;
  }

  private static Rescheduling move(AppointmentTime time, boolean autoConfirm) {
    return new Rescheduling(time, Optional.empty(), autoConfirm, 10);
  }

  /** T-05. */
  @Test
  void t05EveryIntentFollowsTheTableFromEveryStatus() {
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
                      assertEquals(before.history().length() + 1, after.history().length(), cell);
                      StatusChange last = after.history().last();
                      assertEquals(Optional.of(from), last.from(), cell);
                      assertEquals(after.status(), last.to(), cell);
                      assertEquals(timeOf(intent.getKey()), last.at(), cell);
                      assertEquals(cell.contains("move"), last.isRescheduling(), cell);
                      return after.status().name();
                    },
                    Refusal::name);
        assertEquals(TABLE.getOrDefault(cell, "ILLEGAL_TRANSITION"), outcome, cell);
        cells++;
      }
    }
    assertEquals(66, cells);
  }

  /** The time at which each intent is tried. */
  private static Instant timeOf(String intent) {
    return intent.matches("confirm|.*ByPatient.*|cancelForErasure") ? BEFORE : START;
  }

  /** An intent that the status allows may still be limited to before or after the start. */
  @ParameterizedTest
  @CsvSource({
    "PENDING, confirm, TOO_LATE",
    "PENDING, cancelByPatient, TOO_LATE",
    "PENDING, cancelForErasure, TOO_LATE",
    "PENDING, moveByPatient, TOO_LATE",
    "PENDING, declineUnconfirmed, TOO_EARLY",
    "SCHEDULED, cancelByPatient, TOO_LATE",
    "SCHEDULED, cancelForErasure, TOO_LATE",
    "SCHEDULED, moveByPatient, TOO_LATE",
    "SCHEDULED, complete, TOO_EARLY",
    "SCHEDULED, noShow, TOO_EARLY",
  })
  void t05TheStartBoundsTheTable(AppointmentStatus from, String intent, Refusal refusal) {
    Appointment appointment = in(from);
    Map<String, Function<Instant, Result<Appointment, Refusal>>> tries =
        Map.of(
            "confirm", appointment::confirm,
            "cancelByPatient", now -> appointment.cancel(PATIENT.account(), "ill", now),
            "moveByPatient",
                now -> appointment.reschedule(PATIENT.account(), move(time(START), false), now),
            "declineUnconfirmed", appointment::declineUnconfirmed,
            "cancelForErasure", appointment::cancelForErasure,
            "complete", appointment::complete,
            "noShow", appointment::noShow);
    Function<Instant, Result<Appointment, Refusal>> tried = tries.get(intent);
    boolean early = refusal == Refusal.TOO_EARLY;
    Instant justBefore = START.minusMillis(1);
    assertEquals(Result.failure(refusal), tried.apply(early ? justBefore : START));
    done(tried.apply(early ? START : justBefore));
  }

  @Test
  void t05TheDoctorMayStillActOnceAnAppointmentHasStarted() {
    Instant late = START.plusSeconds(9);
    done(in(AppointmentStatus.PENDING).decline(Optional.empty(), late));
    done(in(AppointmentStatus.SCHEDULED).cancel(DOCTOR.account(), "ill", late));
    AppointmentTime next = time(late.plusSeconds(60));
    done(in(AppointmentStatus.SCHEDULED).reschedule(DOCTOR.account(), move(next, false), late));
  }

  @Test
  void anAppointmentIsMovedAsOftenAsTheLimitSays() {
    Appointment appointment = book(false);
    for (int i = 1; i <= 3; i++) {
      Rescheduling move =
          new Rescheduling(time(START.plusSeconds(60L * i)), Optional.empty(), false, 3);
      appointment = done(appointment.reschedule(PATIENT.account(), move, BEFORE));
      assertEquals(i, appointment.history().reschedulings());
    }
    Rescheduling fourth = new Rescheduling(time(START), Optional.empty(), false, 3);
    Result<Appointment, Refusal> refused = Result.failure(Refusal.LIMIT_REACHED);
    assertEquals(refused, appointment.reschedule(PATIENT.account(), fourth, BEFORE));
    assertEquals(refused, appointment.reschedule(DOCTOR.account(), fourth, BEFORE));
    Appointment confirmed = done(appointment.confirm(BEFORE));
    assertEquals(3, confirmed.history().reschedulings());
  }

  @Test
  void anAppointmentCarriesItsNewestChangesOnly() {
    Appointment appointment = book(false);
    for (int i = 1; i <= 20; i++) {
      Rescheduling move = new Rescheduling(time(START), Optional.of("r" + i), false, 100);
      appointment = done(appointment.reschedule(PATIENT.account(), move, BEFORE));
    }
    assertEquals(21, appointment.history().length());
    assertEquals(20, appointment.history().reschedulings());
    assertEquals(
        List.of("r16", "r17", "r18", "r19", "r20"),
        appointment.history().recent().stream().map(each -> each.reason().orElseThrow()).toList());
    assertEquals(appointment.history().recent().subList(3, 5), appointment.history().after(19));
    Appointment moved = appointment;
    assertThrows(IllegalArgumentException.class, () -> moved.history().after(15));
    assertThrows(IllegalArgumentException.class, () -> moved.history().after(22));
  }

  @Test
  void theSystemDeclinesAppointmentsThatWereNotConfirmedInTime() {
    Appointment declined = done(book(false).declineUnconfirmed(START));
    assertEquals(
        new StatusChange(
            Optional.of(AppointmentStatus.PENDING),
            AppointmentStatus.DECLINED,
            Optional.empty(),
            START,
            Optional.of("not_confirmed_in_time")),
        declined.history().last());
    assertFalse(declined.opensContact());
  }

  @Test
  void aDoctorBooksWithoutAConfirmation() {
    Appointment booked =
        Appointment.bookByDoctor(new AppointmentId("appointment"), REQUEST, BOOKED);
    assertEquals(AppointmentStatus.SCHEDULED, booked.status());
    assertEquals(Optional.of(DOCTOR.account()), booked.history().last().by());
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
  void onlyPendingAndScheduledAppointmentsKeepTheirTime() {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      boolean open = status == AppointmentStatus.PENDING || status == AppointmentStatus.SCHEDULED;
      assertEquals(open, status.occupies());
      assertEquals(status, AppointmentStatus.parse(status.code()));
    }
    assertThrows(InvalidValueException.class, () -> AppointmentStatus.parse("Pending"));
  }

  @Test
  void aNoShowIsOnlyPossibleAfterTheStart() {
    assertEquals(
        Result.failure(Refusal.TOO_EARLY),
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
                Optional.of(PATIENT.account()),
                BOOKED,
                Optional.empty())),
        booked.history().recent());
    assertEquals(1, booked.version());
  }

  @Test
  void aMoveTakesTheNewTimeAndTellsWhy() {
    AppointmentTime later = time(START.plusSeconds(60));
    Appointment moved =
        done(
            book(true)
                .reschedule(
                    DOCTOR.account(),
                    new Rescheduling(later, Optional.of(" late "), false, 10),
                    BEFORE));
    assertEquals(later, moved.time());
    assertEquals(Optional.of("late"), moved.history().recent().get(1).reason());
  }

  @Test
  void cancellingNeedsAReason() {
    Appointment appointment = book(true);
    assertThrows(
        InvalidValueException.class, () -> appointment.cancel(PATIENT.account(), "  ", BEFORE));
    String longest = "x".repeat(500);
    Appointment cancelled = done(appointment.cancel(PATIENT.account(), longest, BEFORE));
    assertEquals(Optional.of(longest), cancelled.history().recent().get(1).reason());
    assertThrows(
        InvalidValueException.class,
        () -> appointment.cancel(PATIENT.account(), longest + "x", BEFORE));
  }

  @Test
  void notesKeepEveryVersionButNotTheSameTwice() {
    Appointment appointment = notes(notes(book(true), "one"), "one ");
    assertEquals(new Notes(Optional.of(new NoteVersion("one", START)), 1), appointment.notes());
    Instant second = START.plusMillis(1);
    Instant third = second.plusMillis(1);
    Appointment changed = notes(notes(appointment, "two", second), "one", third);
    assertEquals(new Notes(Optional.of(new NoteVersion("one", third)), 3), changed.notes());
    NoteVersion longest = notes(appointment, "x".repeat(8000)).notes().current().orElseThrow();
    assertEquals(8000, longest.text().length());
    assertThrows(
        InvalidValueException.class, () -> appointment.withNotes("x".repeat(8001), 100, START));
  }

  @Test
  void notesAreChangedAsOftenAsTheLimitSays() {
    Instant second = START.plusMillis(1);
    Instant third = second.plusMillis(1);
    Appointment appointment = notes(notes(book(true), "one"), "two", second);
    assertEquals(Result.failure(Refusal.LIMIT_REACHED), appointment.withNotes("three", 2, third));
    assertEquals(Result.success(appointment), appointment.withNotes("two", 2, third));
    done(appointment.withNotes("three", 3, third));
  }

  @Test
  void savesOfOneWritingAreOneVersionAndDoNotCount() {
    Appointment first = notes(book(true), "o");
    Instant last = START.plus(Notes.WRITING).minusMillis(1);
    Appointment begun = done(first.withAutosavedNotes("on", 1, START));
    Appointment whole = done(begun.withAutosavedNotes("one", 1, last));
    assertEquals(new Notes(Optional.of(new NoteVersion("one", START)), 1), whole.notes());
    assertEquals(Result.success(whole), whole.withAutosavedNotes("one", 1, last));
    assertEquals(
        Result.failure(Refusal.LIMIT_REACHED),
        whole.withAutosavedNotes("two", 1, last.plusMillis(1)));
    assertEquals(Result.failure(Refusal.LIMIT_REACHED), whole.withNotes("two", 1, last));
  }

  @Test
  void whatThePatientMayHaveReadIsNeverRewritten() {
    Appointment completed = done(notes(book(true), "one").complete(START));
    Appointment corrected = done(completed.withAutosavedNotes("two", 100, START));
    assertEquals(2, corrected.notes().versions());
    assertEquals(
        Result.failure(Refusal.LIMIT_REACHED), completed.withAutosavedNotes("two", 1, START));
  }

  private static Appointment notes(Appointment appointment, String text) {
    return notes(appointment, text, START);
  }

  private static Appointment notes(Appointment appointment, String text, Instant at) {
    return done(appointment.withNotes(text, 100, at));
  }

  @Test
  void patientsReadTheNotesOnceTheAppointmentIsCompleted() {
    Appointment open = notes(book(true), "one");
    assertEquals(Notes.NONE, open.visibleTo(PATIENT.account()).notes());
    assertEquals(open, open.visibleTo(DOCTOR.account()));
    Appointment completed = done(open.complete(START));
    assertEquals(completed, completed.visibleTo(PATIENT.account()));
  }

  /** N-01. */
  @Test
  void n01NobodyButThePatientIsToldTheNotesUnasked() {
    Appointment open = notes(book(true), "one");
    assertEquals(Notes.NONE, open.announcedTo(PATIENT.account()).notes());
    Appointment completed = done(open.complete(START));
    assertEquals(completed, completed.announcedTo(PATIENT.account()));
    assertEquals(Notes.NONE, completed.announcedTo(DOCTOR.account()).notes());
  }

  @Test
  void onlyACompletedAppointmentIsReviewedAndOnlyOnce() {
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
  void anAppointmentOpensContactUnlessItWasCancelledBeforeItsStart() {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      // A declined appointment never took place, whenever it was declined.
      boolean opens = status != AppointmentStatus.DECLINED;
      assertEquals(opens, in(status).opensContact(), status + " at the start");
    }
    assertFalse(done(book(true).cancel(DOCTOR.account(), "ill", BEFORE)).opensContact());
    assertFalse(done(book(false).cancel(DOCTOR.account(), "ill", START)).opensContact());
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
      case CANCELLED -> done(book(true).cancel(DOCTOR.account(), "ill", START));
      case NO_SHOW -> done(book(true).noShow(START));
    };
  }

  private static Appointment book(boolean autoConfirm) {
    return Appointment.book(new AppointmentId("appointment"), REQUEST, autoConfirm, BOOKED);
  }

  private static AppointmentTime time(Instant start) {
    return new AppointmentTime(
        LocalDate.of(2027, 1, 11),
        LocalTime.of(9, 0),
        LocalTime.of(9, 30),
        ZoneOffset.UTC,
        new TimeSlot(start, start.plusSeconds(1800)));
  }

  private static Appointment done(Result<Appointment, Refusal> result) {
    return result.fold(
        appointment -> appointment,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }
}
