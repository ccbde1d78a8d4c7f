package io.healthconnect.mongo;

import static io.healthconnect.mongo.IndexUseData.DOCTOR;
import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.AccountState;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Language;
import io.healthconnect.domain.doctor.NextFree;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.media.MediaFixtures;
import io.healthconnect.testkit.message.Drafts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Like {@link IndexUseTest}, for single documents that are read, changed or deleted. */
@WithMongod
final class LookUpIndexUseTest {
  /** Of whom a notice tells. */
  private static final String SUBSCRIPTIONS =
      "pushSubscriptions IXSCAN { accountId: 1, createdAt: 1, _id: 1 } examined 0 returned 0";

  private static final String TRAIL =
      "appointment%s IXSCAN { appointmentId: 1, position: 1 } examined 0 returned %d";
  private static final PatientId PATIENT = PatientId.of("p01");

  private static FollowedStore store;
  private static Stores stores;
  private static QueryPlans plans;

  @BeforeAll
  static void fill(TestDatabase database) {
    store = new FollowedStore(database.uri());
    stores = store.stores();
    plans = new QueryPlans(database.raw());
    IndexUseData.fill(stores);
    for (int i = 0; i < IndexUseData.PEOPLE; i++) {
      MediaFixtures.keep(stores, MediaFixtures.avatar("m" + i, "d0" + i % 10));
    }
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void findsAccounts() {
    plans.assertAre(() -> stores.accounts().find(DOCTOR), "accounts IDHACK examined 1 returned 1");
    plans.assertAre(
        () -> stores.accounts().findByEmail(Email.parse("p07@example.org")),
        "accounts IXSCAN { email: 1 } examined 1 returned 1");
    plans.assertAre(
        () -> stores.accounts().findAll(List.of(DOCTOR, new AccountId("p01"))),
        "accounts IXSCAN { _id: 1 } examined 2 returned 2");
    plans.assertAre(
        () ->
            stores
                .patients()
                .add(
                    Accounts.patient("p01"),
                    Accounts.HASH,
                    stores.patients().find(PATIENT).orElseThrow()),
        "patients IDHACK examined 1 returned 1",
        "accounts IXSCAN { email: 1 } examined 1 returned 1");
  }

  @Test
  void savesAccounts() {
    Account doctor = stores.accounts().find(new AccountId("d03")).orElseThrow();
    plans.assertAre(
        () -> stores.accounts().save(doctor.withAvatar(Optional.of(new MediaId("m3")))),
        "accounts IXSCAN { _id: 1 } examined 1 returned 1",
        "accounts IDHACK examined 1",
        "media IXSCAN { _id: 1 } examined 1",
        "doctors IDHACK examined 1 returned 1",
        "doctors IDHACK examined 1");
    Account shown = stores.accounts().find(new AccountId("d03")).orElseThrow();
    plans.assertAre(
        () -> stores.accounts().save(shown.withAvatar(Optional.empty())),
        "accounts IXSCAN { _id: 1 } examined 1 returned 1",
        "accounts IDHACK examined 1",
        "media IXSCAN { _id: 1 } examined 1",
        "doctors IDHACK examined 1 returned 1",
        "doctors IDHACK examined 1");
  }

  @Test
  void findsAndEndsSessions() {
    SessionId one = new SessionId("s7");
    plans.assertAre(() -> stores.sessions().find(one), "sessions IDHACK examined 1 returned 1");
    plans.assertAre(
        () -> stores.sessions().revoke(one),
        "sessions IDHACK examined 1",
        "pushSubscriptions IXSCAN { sessionId: 1 } examined 0",
        "events IDHACK examined 0");
    stores.sessions().open(Accounts.session("late", DOCTOR), Accounts.credentials(DOCTOR));
    plans.assertAre(
        () -> stores.sessions().purgeExpired(Accounts.CREATED),
        "pushSubscriptions IXSCAN { expiresAt: 1 } examined 0",
        "sessions IXSCAN { expiresAt: 1 } examined 0");
  }

  @Test
  void findsAndSavesDoctorsAndPatients() {
    DoctorId id = DoctorId.of("d05");
    plans.assertAre(() -> stores.doctors().findListing(id), "doctors IDHACK examined 1 returned 1");
    Doctor doctor = stores.doctors().find(id).orElseThrow();
    plans.assertAre(
        () -> stores.doctors().save(doctor),
        "doctors IXSCAN { _id: 1 } examined 1 returned 1",
        "doctors IDHACK examined 1",
        "doctors IDHACK examined 1 returned 1");
    Patient patient = stores.patients().find(PATIENT).orElseThrow();
    plans.assertAre(() -> stores.patients().find(PATIENT), "patients IDHACK examined 1 returned 1");
    plans.assertAre(() -> stores.patients().save(patient), "patients IXSCAN { _id: 1 } examined 1");
  }

  @Test
  void searchesForWordsAndSpecializations() {
    plans.assertAre(
        () -> search(Set.of("17"), Optional.empty()),
        "doctors IXSCAN { words: 1 } examined 1 returned 1",
        "doctors IXSCAN { words: 1 } examined 1 returned 1 SORTED");
    plans.assertAre(
        () -> search(Set.of(), Optional.of("Cardiology")),
        "doctors "
            + String.join(
                ", ",
                Collections.nCopies(
                    2, "IXSCAN { hidden: 1, specializationFolded: 1, nameFolded: 1, _id: 1 }"))
            + " examined 6 returned 6");
    plans.assertAre(
        () -> search(Set.of("chest"), Optional.empty()),
        "doctors IXSCAN { words: 1 } examined 0 returned 1",
        "doctors IXSCAN { words: 1 } examined 40 returned 6 SORTED");
    plans.assertAre(
        () -> stores.doctors().wordsBeginning("17", 10),
        "doctors IXSCAN { words: 1 } examined 1 returned 1");
    plans.assertAre(
        () -> stores.doctors().specializations(),
        "specializations IXSCAN { _id: 1 } examined 1 returned 1");
  }

  @Test
  void listsWhoIsFreeFirstFromAnIndex() {
    for (Optional<String> field : List.of(Optional.<String>empty(), Optional.of("Cardiology"))) {
      String index = field.isPresent() ? "specialistsBySoonest" : "shownBySoonest";
      assertEquals(
          List.of("doctors " + index + ", " + index + " examined 6 of 6"),
          plans.names(() -> stores.doctors().search(soonest(field, PageRequest.first(5)))));
      Optional<Cursor> next = stores.doctors().search(soonest(field, PageRequest.first(5))).next();
      assertEquals(
          List.of(
              "doctors " + String.join(", ", Collections.nCopies(6, index)) + " examined 6 of 9"),
          plans.names(() -> stores.doctors().search(soonest(field, new PageRequest(5, next)))));
    }
  }

  private static DoctorSearch soonest(Optional<String> specialization, PageRequest page) {
    return new DoctorSearch(Set.of(), specialization, 0, 0, DoctorSearch.Sort.SOONEST, page);
  }

  @Test
  void findsWhoSpeaksALanguageByTheIndexOfEachOrder() {
    Language english = new Language("en");
    for (DoctorSearch.Sort sort : DoctorSearch.Sort.values()) {
      DoctorSearch search =
          new DoctorSearch(Set.of(), Optional.empty(), 0, 0, sort, PageRequest.first(5));
      String name = sort.name();
      String index = "speakersBy" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
      assertEquals(
          List.of("doctors " + index + ", " + index + " examined 0 of 0"),
          plans.names(() -> stores.doctors().search(search.withLanguage(english))));
    }
  }

  @Test
  void findsWhoIsDueByAnIndex() {
    assertEquals(
        List.of("doctors nextFreeDue examined 7 of 7"),
        plans.names(() -> stores.doctors().nextFreeDue(Appointments.MONDAY_NINE, 7)));
    NextFree.Due due = stores.doctors().nextFreeDue(Appointments.MONDAY_NINE, 1).get(0);
    plans.assertAre(
        () ->
            stores
                .doctors()
                .saveNextFree(
                    List.of(
                        new NextFree(
                            due.doctor(), due.changes(), Optional.empty(), Instant.EPOCH))),
        "doctors IXSCAN { _id: 1 } examined 1");
  }

  @Test
  void countsNoMoreDoctorsThanAsked() {
    PageRequest first = PageRequest.first(5);
    DoctorSearch all =
        new DoctorSearch(Set.of(), Optional.empty(), 0, 0, DoctorSearch.Sort.NAME, first);
    assertEquals(
        List.of("doctors IXSCAN { hidden: 1, nameFolded: 1, _id: 1 } examined 0 of 7 keys"),
        plans.keys(() -> stores.doctors().count(all, 7)));
    DoctorSearch specialists =
        new DoctorSearch(Set.of(), Optional.of("Cardiology"), 0, 0, DoctorSearch.Sort.NAME, first);
    assertEquals(
        List.of(
            "doctors IXSCAN { hidden: 1, specializationFolded: 1, nameFolded: 1, _id: 1 }"
                + " examined 0 of 7 keys"),
        plans.keys(() -> stores.doctors().count(specialists, 7)));
    assertEquals(
        Collections.nCopies(2, "doctors IXSCAN { words: 1 } examined 1 of 1 keys"),
        plans.keys(() -> stores.doctors().count(all.withWords(Set.of("17")), 7)));
  }

  @Test
  void findsAccountsForAdmins() {
    String newest = "createdAt: -1, _id: -1 } examined ";
    plans.assertAre(
        () -> accounts(Set.of(), Optional.empty(), Optional.empty()),
        "accounts IXSCAN { " + newest + "6 returned 6");
    plans.assertAre(
        () -> accounts(Set.of(), Optional.of(Role.ADMIN), Optional.empty()),
        "accounts IXSCAN { role: 1, " + newest + "0 returned 0");
    plans.assertAre(
        () -> accounts(Set.of(), Optional.empty(), Optional.of(AccountState.PENDING)),
        "accounts IXSCAN { approval: 1, " + newest + "0 returned 0");
    plans.assertAre(
        () -> accounts(Set.of(), Optional.empty(), Optional.of(AccountState.DISABLED)),
        "accounts IXSCAN { disabled: 1, " + newest + "0 returned 0");
    plans.assertAre(
        () -> accounts(Set.of("d17"), Optional.empty(), Optional.empty()),
        "accounts IXSCAN { words: 1 } examined 1 returned 1 SORTED");
  }

  private static void accounts(
      Set<String> words, Optional<Role> role, Optional<AccountState> state) {
    stores.administration().search(new AccountSearch(words, role, state, PageRequest.first(5)));
  }

  private static void search(Set<String> words, Optional<String> specialization) {
    stores
        .doctors()
        .search(
            new DoctorSearch(
                words, specialization, 0, 0, DoctorSearch.Sort.NAME, PageRequest.first(5)));
  }

  @Test
  void booksWithAKeyAndChangesTheAppointment() {
    IdempotencyKey key = new IdempotencyKey("k", "f", BOOKED.plus(Duration.ofDays(1)));
    Appointment appointment = Appointments.pending("vk", "d09", "p01", 4000);
    plans.assertAre(
        () -> stores.appointments().book(appointment, Optional.of(key), Appointments.UNLIMITED),
        "appointments IXSCAN { doctorId: 1, startsAt: 1 } examined 0 returned 0",
        "holds IXSCAN { doctorId: 1, startsAt: 1 } examined 0 returned 0",
        "appointments IXSCAN { patientId: 1, startsAt: 1 } examined 0 returned 0",
        "appointments IXSCAN { patientId: 1, startsAt: 1 } examined 0 returned 0",
        "idempotencyKeys IXSCAN { _id: 1 } examined 0 returned 0",
        "doctors IDHACK examined 1 returned 1",
        "appointments IXSCAN { doctorId: 1, startsAt: 1 } examined 0 returned 0",
        "holds IXSCAN { doctorId: 1, startsAt: 1 } examined 0 returned 0",
        "appointments IXSCAN { patientId: 1, startsAt: 1 } examined 0 returned 0",
        "appointments IXSCAN { patientId: 1, startsAt: 1 } examined 0 returned 0",
        "doctors IDHACK examined 1",
        "patients IDHACK examined 1",
        "holds IDHACK examined 0",
        "accounts IXSCAN { _id: 1 } examined 1",
        SUBSCRIPTIONS,
        "idempotencyKeys IDHACK examined 0");
    plans.assertAre(
        () -> stores.appointments().findBooked(PATIENT, key, BOOKED),
        "idempotencyKeys IXSCAN { _id: 1 } examined 1 returned 1");
    Appointment booked = stores.appointments().find(appointment.id()).orElseThrow();
    plans.assertAre(
        () -> stores.appointments().find(new AppointmentId("vk")),
        "appointments IDHACK examined 1 returned 1");
    Appointment moved = Appointments.movedTo(booked, Appointments.at(4100, 30));
    plans.assertAre(
        () -> stores.appointments().reschedule(moved, Appointments.UNLIMITED),
        "appointments IXSCAN { _id: 1 } examined 1 returned 1",
        "appointments IXSCAN { doctorId: 1, startsAt: 1 } examined 1 returned 0",
        "appointments IXSCAN { patientId: 1, startsAt: 1 } examined 1 returned 0",
        "doctors IDHACK examined 1",
        "patients IDHACK examined 1",
        "appointments IXSCAN { _id: 1 } examined 1",
        TRAIL.formatted("Changes", 1),
        // The other one is told, and the calendar of the one who moves it follows.
        "accounts IXSCAN { _id: 1 } examined 1",
        SUBSCRIPTIONS,
        "accounts IXSCAN { _id: 1 } examined 1",
        "reminders IXSCAN { appointmentId: 1, accountId: 1, dueAt: 1 } examined 0");
    Appointment stored = stores.appointments().find(appointment.id()).orElseThrow();
    Appointment done = Appointments.completed(stored);
    plans.assertAre(
        () -> stores.appointments().save(done),
        "appointments IXSCAN { _id: 1 } examined 1 returned 1",
        "appointments IXSCAN { _id: 1 } examined 1",
        TRAIL.formatted("Changes", 1),
        "accounts IXSCAN { _id: 1 } examined 1",
        SUBSCRIPTIONS,
        "reminders IXSCAN { appointmentId: 1, accountId: 1, dueAt: 1 } examined 0",
        "doctors IDHACK examined 1");
    Appointment noted = stores.appointments().find(appointment.id()).orElseThrow();
    plans.assertAre(
        () -> stores.appointments().save(Appointments.withNotes(noted, "text", BOOKED)),
        "appointments IXSCAN { _id: 1 } examined 1 returned 1",
        "appointments IXSCAN { _id: 1 } examined 1",
        TRAIL.formatted("Notes", 0));
    plans.assertAre(
        () -> stores.appointments().history(appointment.id(), 2),
        "appointments IXSCAN { _id: 1 } examined 1 returned 0",
        "appointmentChanges IXSCAN { appointmentId: 1, position: 1 } examined 2 returned 2");
    plans.assertAre(
        () -> stores.appointments().notes(appointment.id(), 2),
        "appointments IXSCAN { _id: 1 } examined 1 returned 0",
        "appointmentNotes IXSCAN { appointmentId: 1, position: 1 } examined 1 returned 1");
    plans.assertAre(
        () -> stores.appointments().unconfirmed(BOOKED.plus(Duration.ofDays(300)), 3),
        "appointments IXSCAN { startsAt: 1, _id: 1 } examined 3 returned 3");
    plans.assertAre(
        () ->
            stores
                .appointments()
                .haveConfirmed(
                    DoctorId.of("d09"), PATIENT, Optional.of(Appointments.at(4100, 30).slot())),
        "appointments IXSCAN { patientId: 1, startsAt: 1, _id: 1 } examined 1 returned 1");
    plans.assertAre(
        () -> stores.appointments().haveConfirmed(DoctorId.of("d09"), PATIENT, Optional.empty()),
        "appointments IXSCAN { doctorId: 1, opensContact: 1, patientId: 1 } examined 1 returned 1");
    plans.assertAre(
        () ->
            stores
                .appointments()
                .confirmedAmong(DoctorId.of("d09"), List.of(PATIENT, PatientId.of("nobody"))),
        "appointments IXSCAN { doctorId: 1, opensContact: 1, patientId: 1 } examined 1 returned 1");
    Appointment saved = stores.appointments().find(appointment.id()).orElseThrow();
    Appointment reviewed = Appointments.value(saved.reviewed(5, "", BOOKED));
    plans.assertAre(
        () -> stores.appointments().addReview(reviewed),
        "appointments IXSCAN { _id: 1 } examined 1 returned 1",
        "appointments IXSCAN { _id: 1 } examined 1",
        "accounts IXSCAN { _id: 1 } examined 1",
        SUBSCRIPTIONS,
        "doctors IDHACK examined 1 returned 1",
        "doctors IDHACK examined 1");
    plans.assertAre(
        () -> stores.appointments().purgeKeys(BOOKED),
        "idempotencyKeys IXSCAN { expiresAt: 1 } examined 0");
  }

  @Test
  void placesFindsAndEndsHolds() {
    DoctorId doctor = DoctorId.of("d08");
    TimeSlot time = Appointments.at(9000, 30).slot();
    Hold hold = Hold.begin(new HoldId("h1"), doctor, PATIENT, time, BOOKED);
    plans.assertAre(
        () -> stores.holds().place(hold, BOOKED),
        "holds IDHACK examined 0 returned 0",
        "holds IXSCAN { doctorId: 1, startsAt: 1 } examined 0 returned 0",
        "appointments IXSCAN { doctorId: 1, startsAt: 1 } examined 0 returned 0",
        "holds IDHACK examined 0",
        "doctors IDHACK examined 1");
    plans.assertAre(
        () -> stores.holds().held(List.of(doctor), time, BOOKED),
        "holds IXSCAN { doctorId: 1, startsAt: 1 } examined 1 returned 1");
    plans.assertAre(
        () -> stores.holds().find(PATIENT, BOOKED), "holds IDHACK examined 1 returned 1");
    plans.assertAre(
        () -> stores.holds().release(hold.id(), PATIENT),
        "holds IDHACK examined 1 returned 1",
        "holds IDHACK examined 1",
        "doctors IDHACK examined 1");
    plans.assertAre(() -> stores.holds().purge(BOOKED), "holds IXSCAN { expiresAt: 1 } examined 0");
  }

  @Test
  void findsWhoWaits() {
    Appointment visit = Appointments.pending("waited", "d07", "p07", 0);
    boolean unused =
        stores
            .attendances()
            .change(
                visit.id(),
                before ->
                    new AttendanceRepository.Step<>(
                        Optional.of(
                            Attendance.seen(visit, BOOKED).join(new DeviceId("tab"), BOOKED)),
                        true));
    plans.assertAre(
        () -> stores.attendances().find(List.of(visit.id(), new AppointmentId("none"))),
        "attendances IXSCAN { _id: 1 } examined 1 returned 1");
    plans.assertAre(
        () -> stores.attendances().waitingFor(visit.doctorId(), 10),
        "attendances IXSCAN { doctorId: 1 } examined 1 returned 1");
    plans.assertAre(
        () -> stores.attendances().waitingOf(visit.patientId(), 10),
        "attendances IXSCAN { patientId: 1 } examined 1 returned 1");
    plans.assertAre(
        () -> stores.attendances().due(BOOKED, 10),
        "attendances IXSCAN { checkAt: 1 } examined 0 returned 0");
    plans.assertAre(
        () -> stores.attendances().due(BOOKED.plusSeconds(60), 10),
        "attendances IXSCAN { checkAt: 1 } examined 1 returned 1");
  }

  @Test
  void numbersAndFindsMessages() {
    plans.assertAre(
        () -> stores.messages().append(Drafts.text("new", "p09", "d00", "Hi")),
        "appointments IXSCAN { doctorId: 1, opensContact: 1, patientId: 1 } examined 0 returned 1",
        "doctors IXSCAN { _id: 1 } examined 1 returned 0",
        "patients IXSCAN { _id: 1 } examined 1",
        "messages IXSCAN { conversation: 1, seq: 1 } examined 1 returned 1",
        "messages IXSCAN { conversation: 1, seq: 1 } examined 1");
    plans.assertAre(
        () -> stores.messages().findSent(new AccountId("p09"), new ClientId("c-new")),
        "messages IXSCAN { senderId: 1, clientId: 1 } examined 1 returned 1");
  }

  @Test
  void keepsImages() {
    AccountId owner = new AccountId("d04");
    plans.assertAre(
        () -> MediaFixtures.keep(stores, MediaFixtures.avatar("mn", "d04")),
        "accounts IDHACK examined 1",
        "media IXSCAN { ownerId: 1, createdAt: 1 } examined 4 returned 1");
    plans.assertAre(
        () -> stores.media().find(new MediaId("m4")), "media IDHACK examined 1 returned 1");
    plans.assertAre(
        () -> stores.media().discard(new MediaId("m4")), "media IXSCAN { _id: 1 } examined 1");
    plans.assertAre(
        () -> stores.media().discardOf(owner),
        "media IXSCAN { ownerId: 1, createdAt: 1 } examined 5");
    plans.assertAre(
        () -> stores.media().discarded(MediaFixtures.UPLOADED, 2),
        "media IXSCAN { state: 1, createdAt: 1, _id: 1 } examined 0",
        "media IXSCAN { state: 1, createdAt: 1, _id: 1 } examined 2 returned 2");
    plans.assertAre(
        () -> stores.media().markRemoved(new MediaId("m4")), "media IXSCAN { _id: 1 } examined 1");
    plans.assertAre(
        () -> stores.media().forgetRemoved(MediaFixtures.UPLOADED.plusSeconds(1)),
        "media IXSCAN { state: 1, createdAt: 1, _id: 1 } examined 1");
  }
}
