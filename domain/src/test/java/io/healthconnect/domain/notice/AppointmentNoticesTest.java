package io.healthconnect.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.Appointment.Refusal;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.Rescheduling;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppointmentNoticesTest {
  private static final AccountId DOCTOR = new AccountId("doctor");
  private static final AccountId PATIENT = new AccountId("patient");
  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant START = Instant.parse("2027-01-11T09:00:00Z");
  private static final Appointment PENDING = Appointment.book(id(), request(), false, NOW);
  private static final Appointment SCHEDULED = value(PENDING.confirm(NOW));

  private static AppointmentId id() {
    return new AppointmentId("v1");
  }

  private static Appointment.Request request() {
    return new Appointment.Request(
        new DoctorId(DOCTOR), new PatientId(PATIENT), time(START), AppointmentMode.VIDEO, "cough");
  }

  private static AppointmentTime time(Instant start) {
    LocalTime local = LocalTime.ofInstant(start, ZoneOffset.UTC);
    return new AppointmentTime(
        LocalDate.ofInstant(start, ZoneOffset.UTC),
        local,
        local.plusMinutes(30),
        ZoneOffset.UTC,
        new TimeSlot(start, start.plusSeconds(1800)));
  }

  private static Appointment value(Result<Appointment, Refusal> result) {
    return result.fold(
        changed -> changed,
        refusal -> {
          throw new AssertionError("refused: " + refusal);
        });
  }

  private static List<String> words(List<NoticeDraft> notices) {
    return notices.stream()
        .map(
            notice ->
                notice.kind().code()
                    + " to "
                    + notice.to().value()
                    + " from "
                    + notice.from().map(AccountId::value).orElse("-"))
        .toList();
  }

  private static List<String> after(Appointment before, Result<Appointment, Refusal> change) {
    return words(AppointmentNotices.ofChange(before, value(change)));
  }

  @Test
  void tellsTheOneWhoDidNotBook() {
    assertEquals(
        List.of("visit_requested to doctor from patient"),
        words(AppointmentNotices.ofBooking(PENDING)));
    assertEquals(
        List.of("visit_confirmed to doctor from patient"),
        words(AppointmentNotices.ofBooking(Appointment.book(id(), request(), true, NOW))));
    assertEquals(
        List.of("visit_confirmed to patient from doctor"),
        words(AppointmentNotices.ofBooking(Appointment.bookByDoctor(id(), request(), NOW))));
  }

  @Test
  void saysWhenAndWhichAppointment() {
    assertEquals(
        List.of(
            new NoticeDraft(
                PATIENT, NoticeKind.VISIT_CONFIRMED, NOW, Optional.of(id()), Optional.of(DOCTOR))),
        AppointmentNotices.ofChange(PENDING, SCHEDULED));
  }

  @Test
  void tellsTheOtherOfEachDecision() {
    assertEquals(
        List.of("visit_confirmed to patient from doctor"), after(PENDING, PENDING.confirm(NOW)));
    assertEquals(
        List.of("visit_declined to patient from doctor", "visit_declined to doctor from doctor"),
        after(PENDING, PENDING.decline(Optional.of("away"), NOW)));
    assertEquals(
        List.of("visit_cancelled to patient from doctor", "visit_cancelled to doctor from doctor"),
        after(SCHEDULED, SCHEDULED.cancel(DOCTOR, "ill", NOW)));
    assertEquals(
        List.of("visit_cancelled to doctor from patient"),
        after(PENDING, PENDING.cancel(PATIENT, "ill", NOW)));
  }

  @Test
  void mailsWhoeverCallsOffOnlyWhatCameByMailBefore() {
    assertEquals(
        List.of(
            "visit_cancelled to doctor from patient", "visit_cancelled to patient from patient"),
        after(SCHEDULED, SCHEDULED.cancel(PATIENT, "ill", NOW)));
    Appointment byDoctor = Appointment.bookByDoctor(id(), request(), NOW);
    assertEquals(
        List.of("visit_cancelled to patient from doctor"),
        after(byDoctor, byDoctor.cancel(DOCTOR, "ill", NOW)));
  }

  @Test
  void tellsTheOtherOfAMoveWhateverTheStatusAfterIt() {
    for (boolean autoConfirm : new boolean[] {true, false}) {
      Rescheduling move =
          new Rescheduling(time(START.plusSeconds(3600)), Optional.empty(), autoConfirm, 10);
      assertEquals(
          List.of("visit_moved to doctor from patient", "visit_moved to patient from patient"),
          after(SCHEDULED, SCHEDULED.reschedule(PATIENT, move, NOW)));
      assertEquals(
          List.of("visit_moved to patient from doctor", "visit_moved to doctor from doctor"),
          after(SCHEDULED, SCHEDULED.reschedule(DOCTOR, move, NOW)));
      assertEquals(
          List.of("visit_moved to patient from doctor", "visit_moved to doctor from doctor"),
          after(PENDING, PENDING.reschedule(DOCTOR, move, NOW)));
    }
  }

  @Test
  void tellsBothWhatTheSystemDid() {
    assertEquals(
        List.of("visit_declined to doctor from -", "visit_declined to patient from -"),
        after(PENDING, PENDING.declineUnconfirmed(START)));
    assertEquals(
        List.of("visit_cancelled to doctor from -", "visit_cancelled to patient from -"),
        after(SCHEDULED, SCHEDULED.cancelForErasure(NOW)));
  }

  @Test
  void tellsTheDoctorOfAReviewOnce() {
    Appointment completed = value(SCHEDULED.complete(START));
    Appointment reviewed = value(completed.reviewed(5, "Kind", START));
    assertEquals(
        List.of("review_received to doctor from patient"),
        words(AppointmentNotices.ofChange(completed, reviewed)));
    assertEquals(List.of(), after(reviewed, reviewed.withNotes("Rest", 10, START)));
  }

  @Test
  void notesAndTheEndOfAVisitAreNoNews() {
    assertEquals(List.of(), after(SCHEDULED, SCHEDULED.withNotes("Rest", 10, NOW)));
    assertEquals(List.of(), after(SCHEDULED, SCHEDULED.complete(START)));
    assertEquals(List.of(), after(SCHEDULED, SCHEDULED.noShow(START)));
    assertEquals(List.of(), words(AppointmentNotices.ofChange(SCHEDULED, SCHEDULED)));
  }

  @Test
  void tellsThePatientThatTheDoctorIsDisabled() {
    assertEquals(
        new NoticeDraft(
            PATIENT, NoticeKind.DOCTOR_UNAVAILABLE, NOW, Optional.of(id()), Optional.of(DOCTOR)),
        AppointmentNotices.ofDisabling(new DoctorId(DOCTOR), id(), new PatientId(PATIENT), NOW));
  }

  @Test
  void tellsThePatientThatTheDoctorIsLate() {
    RunningLate late = new RunningLate(new DoctorId(DOCTOR), 20, NOW);
    assertEquals(
        new NoticeDraft(
            PATIENT, NoticeKind.RUNNING_LATE, NOW, Optional.of(id()), Optional.of(DOCTOR)),
        AppointmentNotices.ofLateness(late, id(), new PatientId(PATIENT)));
  }
}
