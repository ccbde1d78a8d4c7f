package io.healthconnect.application.export;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.calendar.CalendarLink;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.MediaFixtures;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.message.Drafts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportDataTest {
  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = new SettableClock(BOOKED);
  private final ExportUseCases useCases =
      ExportUseCases.create(
          store.snapshots(new InMemoryLiveCalls(store.feed())),
          new InMemoryImageStore(),
          new AuditTrail(store.audit(), clock));

  private List<String> export(String id, Role role) {
    RecordedExport sink = new RecordedExport();
    useCases.exportData().exportData(new Actor(new AccountId(id), role, new SessionId("s")), sink);
    return sink.lines;
  }

  private Appointment book(int minute) {
    return value(
        store
            .appointments()
            .book(
                Appointments.pending("v" + minute, "d1", "p1", minute),
                Optional.empty(),
                UNLIMITED));
  }

  private void notes(Appointment appointment, String text) {
    Appointment stored = store.appointments().find(appointment.id()).orElseThrow();
    store.appointments().save(Appointments.withNotes(stored, text, BOOKED));
  }

  private Message say(int number) {
    return value(store.messages().append(Drafts.text("m" + number, "p1", "d1", "Hello")));
  }

  @Test
  void givesThePiecesInOrderAndNotesOnlyToWhoMayReadThem() {
    People.add(store.stores(), "d1", "p1");
    store
        .sessions()
        .open(
            Accounts.session("s1", new AccountId("p1")), Accounts.credentials(new AccountId("p1")));
    store
        .calendarLinks()
        .replace(CalendarLink.create("secret", new AccountId("p1"), Accounts.CREATED));
    Appointment open = book(60);
    notes(open, "Secret");
    Appointment past = store.appointments().save(Appointments.completed(book(0)));
    store
        .attendances()
        .change(past.id(), before -> new Step<>(Optional.of(Attendance.seen(past, BOOKED)), true));
    notes(past, "Cough");
    notes(past, "Rest");
    say(1);
    say(2);
    assertEquals(
        List.of(
            "account p1 link of " + Accounts.CREATED,
            "patient p1",
            "session s1",
            "appointment v0 changes 3 notes [Rest] there 2026-03-01T10:00:00.007Z",
            "appointment v60 changes 1 notes []",
            "message 1",
            "message 2",
            "notice visit_confirmed",
            "audit data_exported",
            "person d1"),
        export("p1", Role.PATIENT));
    assertEquals(
        List.of(
            "account d1",
            "doctor d1",
            "evidence []",
            "appointment v0 changes 3 notes [Cough, Rest] there 2026-03-01T10:00:00.007Z",
            "appointment v60 changes 1 notes [Secret]",
            "message 1",
            "message 2",
            "notice visit_requested",
            "notice visit_requested",
            "audit data_exported",
            "person p1"),
        export("d1", Role.DOCTOR));
  }

  @Test
  void namesEveryAttachedImageOnce() {
    People.add(store.stores(), "d1", "p1");
    book(0);
    store.media().add(MediaFixtures.avatar("face", "p1"), UploadQuota.DEFAULT);
    store.media().add(MediaFixtures.avatar("unused", "p1"), UploadQuota.DEFAULT);
    store
        .accounts()
        .save(
            store
                .accounts()
                .find(new AccountId("p1"))
                .orElseThrow()
                .withAvatar(Optional.of(MediaFixtures.avatar("face", "p1").id())));
    assertTrue(export("p1", Role.PATIENT).contains("image face"));
    assertEquals(
        1, export("p1", Role.PATIENT).stream().filter(line -> line.startsWith("image")).count());
  }

  @Test
  void givesADoctorTheOwnDocuments() {
    People.add(store.stores(), "d1", "p1");
    MediaId document =
        MediaFixtures.keep(store.stores(), MediaFixtures.document("licence", "d1")).id();
    store.evidence().change(DoctorId.of("d1"), evidence -> evidence.with(document));
    List<String> lines = export("d1", Role.DOCTOR);
    assertEquals("evidence [licence]", lines.get(2));
    assertEquals("image licence", lines.get(lines.size() - 1));
  }

  @Test
  void readsListsOfAnyLength() {
    People.add(store.stores(), "d1", "p1");
    for (int i = 0; i < 205; i++) {
      book(30 * i);
      say(i);
    }
    List<String> lines = export("p1", Role.PATIENT);
    assertEquals(205, lines.stream().filter(line -> line.startsWith("appointment")).count());
    assertEquals(205, lines.stream().filter(line -> line.startsWith("message")).count());
    List<String> ofDoctor = export("d1", Role.DOCTOR);
    assertEquals(205, ofDoctor.stream().filter(line -> line.startsWith("notice")).count());
  }
}
