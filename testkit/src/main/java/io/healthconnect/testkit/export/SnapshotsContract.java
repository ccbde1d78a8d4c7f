package io.healthconnect.testkit.export;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditQuery;
import io.healthconnect.domain.calendar.CalendarLink;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.export.Snapshot;
import io.healthconnect.domain.export.Snapshots;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.account.PreferenceContract;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.media.MediaFixtures;
import io.healthconnect.testkit.message.Drafts;
import io.healthconnect.testkit.patient.Patients;
import io.healthconnect.testkit.push.Subscriptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Snapshots}, for stores that take writes meanwhile: several reads are as of
 * one instant.
 */
public interface SnapshotsContract {
  AccountId PATIENT = new AccountId("p1");
  AccountId DOCTOR = new AccountId("d1");
  AppointmentId VISIT = new AppointmentId("v1");

  /** Ports over an empty store. */
  Stores stores();

  /** The calls of the same store. */
  LiveCalls calls();

  /** The snapshots of the same store. */
  Snapshots snapshots();

  private void add() {
    stores().doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
    stores().patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    stores()
        .appointments()
        .book(Appointments.pending("v1", "d1", "p1", 0), Optional.empty(), Appointments.UNLIMITED);
  }

  /** Changes the result of each read in {@link #everything}. */
  private void change() {
    Account patient = stores().accounts().find(PATIENT).orElseThrow();
    stores().accounts().save(patient.withName(new PersonName("Somebody Else")));
    stores().doctors().save(Doctors.complete("d1").withVersion(1));
    stores().patients().save(Patients.complete("p1").withVersion(1));
    stores().sessions().open(Accounts.session("s1", PATIENT), Accounts.credentials(PATIENT));
    stores().pushSubscriptions().save(Subscriptions.of(PATIENT, "s1", "phone", 0));
    Appointment visit = stores().appointments().find(VISIT).orElseThrow();
    Appointment scheduled = value(visit.confirm(Appointments.BOOKED));
    stores().appointments().save(Appointments.withNotes(scheduled, "Rest", Appointments.BOOKED));
    stores().messages().append(Drafts.text("m1", "p1", "d1", "Hello"));
    EndedCall missed =
        EndedCall.unrung(
            CallFixtures.ringing(new CallId("c1"), DOCTOR, PATIENT, Optional.empty()).record(),
            EndReason.BUSY,
            CallFixtures.NOW);
    calls().addEnded(missed, List.of());
    stores()
        .audit()
        .append(List.of(AuditEvent.of(AuditAction.RECORD_READ, Accounts.CREATED).about(PATIENT)));
    stores().media().add(MediaFixtures.document("licence", "d1"), UploadQuota.DEFAULT);
    stores()
        .evidence()
        .change(new DoctorId(DOCTOR), evidence -> evidence.with(new MediaId("licence")));
    stores().preferences().save(PATIENT, PreferenceContract.SPANISH);
    stores().calendarLinks().replace(CalendarLink.create("secret", PATIENT, Accounts.CREATED));
    stores().media().add(MediaFixtures.avatar("face", "p1"), UploadQuota.DEFAULT);
    stores()
        .notices()
        .changeSettings(
            PATIENT,
            Role.PATIENT,
            before -> NoticeSettings.initial(Role.DOCTOR),
            Appointments.BOOKED);
  }

  private static Map<String, Object> everything(Snapshot snapshot) {
    PageRequest page = PageRequest.first(10);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("account", snapshot.accounts().find(PATIENT));
    all.put("accounts", snapshot.accounts().findAll(Set.of(PATIENT)));
    all.put("preferences", snapshot.preferences().find(PATIENT));
    all.put("calendarLink", snapshot.calendarLinks().find(PATIENT));
    all.put("doctor", snapshot.doctors().find(new DoctorId(DOCTOR)));
    all.put("evidence", snapshot.evidence().find(new DoctorId(DOCTOR)));
    all.put("patient", snapshot.patients().find(new PatientId(PATIENT)));
    all.put("sessions", snapshot.sessions().list(PATIENT));
    all.put("appointments", snapshot.appointments().list(visits(page)));
    all.put("history", snapshot.appointments().history(VISIT, 10));
    all.put("notes", snapshot.appointments().notes(VISIT, 10));
    all.put("conversations", snapshot.messages().conversations(PATIENT, page));
    all.put("messages", snapshot.messages().after(Conversation.between(PATIENT, DOCTOR), 0, 10));
    all.put("calls", snapshot.calls().records(PATIENT, page));
    all.put("audit", snapshot.audit().find(new AuditQuery(Optional.of(PATIENT), page)));
    all.put("notices", snapshot.notices().list(PATIENT, page));
    all.put("noticeSettings", snapshot.notices().settings(PATIENT));
    all.put("pushSubscriptions", snapshot.pushSubscriptions().list(PATIENT));
    all.put("image", snapshot.media().find(new MediaId("face")));
    return all;
  }

  private static AppointmentQuery visits(PageRequest page) {
    return new AppointmentQuery(
        PATIENT, Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), false, page);
  }

  @Test
  default void case100EveryReadIsAsOfOneInstant() {
    add();
    List<Map<String, Object>> seen =
        snapshots()
            .read(
                snapshot -> {
                  Map<String, Object> before = everything(snapshot);
                  CompletableFuture.runAsync(this::change).join();
                  return List.of(before, everything(snapshot));
                });
    assertEquals(seen.get(0), seen.get(1));
    Map<String, Object> after = snapshots().read(SnapshotsContract::everything);
    seen.get(0).forEach((name, before) -> assertNotEquals(before, after.get(name), name));
  }

  @Test
  default void aSnapshotThatFailsEnds() {
    add();
    assertThrows(
        IllegalStateException.class,
        () ->
            snapshots()
                .read(
                    snapshot -> {
                      everything(snapshot);
                      throw new IllegalStateException("in the middle");
                    }));
    change();
    assertEquals(1, stores().sessions().list(PATIENT).size());
  }
}
