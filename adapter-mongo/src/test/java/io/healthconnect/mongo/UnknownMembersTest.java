package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.message.Drafts;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * During an upgrade nodes of two releases write the same documents: what a newer one has added must
 * survive every write of this one.
 */
@WithMongod
final class UnknownMembersTest {
  private static final AccountId PATIENT = new AccountId("p1");
  private static final AccountId DOCTOR = new AccountId("d1");
  private static final CallId CALL = new CallId("call");
  private static final String NEWER = "newer";

  private final Map<String, Set<Object>> marked = new HashMap<>();
  private FollowedStore store;
  private TestDatabase database;

  @BeforeEach
  void open(TestDatabase test) {
    database = test;
    store = new FollowedStore(database.uri());
    store.clear();
    People.add(store.stores(), "d1", "p1");
  }

  @AfterEach
  void close() {
    store.clear();
    store.close();
  }

  private MongoCollection<Document> collection(String name) {
    return database.raw().getCollection(name);
  }

  /** A newer node adds a member to every document. */
  private void mark() {
    for (String name : database.raw().listCollectionNames()) {
      if (!name.startsWith("system.") && !name.equals("migrations")) {
        collection(name).updateMany(new Document(), Updates.set(NEWER, new Document("is", name)));
        Set<Object> ids = marked.computeIfAbsent(name, any -> new HashSet<>());
        collection(name).find().forEach(document -> ids.add(document.get("_id")));
      }
    }
  }

  /** Every document that was marked and is still there has its mark. */
  private void assertKept() {
    marked.forEach(
        (name, ids) ->
            assertEquals(
                0,
                collection(name)
                    .countDocuments(
                        Filters.and(
                            Filters.in("_id", ids), Filters.ne(NEWER, new Document("is", name)))),
                name));
  }

  @Test
  void ofPeople() {
    Stores stores = store.stores();
    mark();
    stores
        .accounts()
        .save(stores.accounts().find(PATIENT).orElseThrow().withName(new PersonName("New")));
    stores
        .accounts()
        .save(stores.accounts().find(DOCTOR).orElseThrow().withName(new PersonName("Newer")));
    stores.preferences().save(PATIENT, new Preferences(Language.values()[0], ZoneOffset.UTC));
    stores
        .doctors()
        .save(
            stores
                .doctors()
                .find(new DoctorId(DOCTOR))
                .orElseThrow()
                .withRules(BookingRules.DEFAULT.withCallsAnytime(true)));
    stores
        .patients()
        .save(
            stores
                .patients()
                .find(new PatientId(PATIENT))
                .orElseThrow()
                .withProfile(PatientProfile.BLANK));
    assertKept();
    assertTrue(marked.get("accounts").contains("p1"));
  }

  @Test
  void ofAppointments() {
    Stores stores = store.stores();
    Appointment booked =
        value(
            stores
                .appointments()
                .book(Appointments.pending("v1", "d1", "p1", 0), Optional.empty(), UNLIMITED));
    mark();
    collection("appointments")
        .updateOne(Filters.eq("_id", "v1"), Updates.set("history.0.newer", 1));
    Appointment moved =
        value(
            stores
                .appointments()
                .reschedule(Appointments.movedTo(booked, Appointments.at(60, 30)), UNLIMITED));
    Appointment confirmed = stores.appointments().save(value(moved.confirm(BOOKED)));
    Appointment noted =
        stores.appointments().save(Appointments.withNotes(confirmed, "Notes", BOOKED));
    Appointment completed =
        stores.appointments().save(value(noted.complete(noted.time().slot().startsAt())));
    stores.appointments().addReview(reviewed(completed));
    assertKept();
    Document stored = collection("appointments").find(Filters.eq("_id", "v1")).first();
    assertEquals(1, stored.getList("history", Document.class).get(0).get(NEWER));
  }

  private static Appointment reviewed(Appointment completed) {
    return value(completed.reviewed(5, "Good", BOOKED));
  }

  @Test
  void ofThoseWhoWaitAndAreLate() {
    Appointment booked =
        value(
            store
                .stores()
                .appointments()
                .book(Appointments.pending("v1", "d1", "p1", 0), Optional.empty(), UNLIMITED));
    attend(booked, attendance -> attendance.join(new DeviceId("tab"), MONDAY_NINE));
    store.stores().lateness().say(new RunningLate(new DoctorId(DOCTOR), 5, MONDAY_NINE));
    mark();
    attend(booked, Attendance::end);
    store.stores().lateness().say(new RunningLate(new DoctorId(DOCTOR), 10, MONDAY_NINE));
    assertKept();
    assertEquals(Set.of("v1"), marked.get("attendances"));
    assertEquals(Set.of("d1"), marked.get("runningLate"));
  }

  private void attend(Appointment appointment, Function<Attendance, Attendance> change) {
    store
        .stores()
        .attendances()
        .change(
            appointment.id(),
            stored ->
                new AttendanceRepository.Step<>(
                    Optional.of(
                        change.apply(
                            stored.orElseGet(() -> Attendance.seen(appointment, MONDAY_NINE)))),
                    true));
  }

  @Test
  void ofMessagesAndNotices() {
    Stores stores = store.stores();
    value(
        stores
            .appointments()
            .book(Appointments.pending("v1", "d1", "p1", 0), Optional.empty(), UNLIMITED));
    Message first = value(stores.messages().append(Drafts.text("m1", "d1", "p1", "Hi")));
    changeSettings();
    mark();
    collection("noticeSettings")
        .updateOne(Filters.eq("_id", "p1"), Updates.set("kinds.newer_kind.mail", false));
    value(stores.messages().append(Drafts.text("m2", "d1", "p1", "Hi")));
    stores.messages().markRead(first.conversation(), PATIENT, 2, BOOKED);
    stores.notices().markRead(DOCTOR, 1, BOOKED);
    changeSettings();
    assertKept();
    Document settings = collection("noticeSettings").find().first();
    assertEquals(
        new Document("mail", false), settings.get("kinds", Document.class).get("newer_kind"));
  }

  private void changeSettings() {
    store
        .stores()
        .notices()
        .changeSettings(
            PATIENT,
            Role.PATIENT,
            settings -> settings.withoutMails(NoticeKind.values()[0]),
            BOOKED);
  }

  @Test
  void ofCalls() {
    store.calls().open(CallFixtures.ringing(CALL, PATIENT, DOCTOR, Optional.empty()), List.of());
    mark();
    collection("calls").updateOne(Filters.eq("_id", "call"), Updates.set("caller.newer", 1));
    DeviceId desk = new DeviceId("desk");
    step(call -> call.candidate(DOCTOR, desk, new Candidate("\"a\""), 100));
    step(
        call ->
            call.answer(
                DOCTOR,
                desk,
                new SessionDescription("{\"type\":\"answer\"}"),
                CallFixtures.NOW.plusSeconds(3)));
    step(call -> call.left(desk, CallFixtures.NOW.plusSeconds(30)));
    assertKept();
    Document live = collection("calls").find().first();
    assertEquals(1, live.get("caller", Document.class).get(NEWER));
    step(call -> call.end(PATIENT, CallFixtures.deviceOf(PATIENT), CallFixtures.NOW));
    assertKept();
    assertEquals(false, collection("calls").find().first().getBoolean("live"));
  }

  private <R> void step(Function<LiveCall, Step<R>> change) {
    assertTrue(store.calls().change(CALL, change).isPresent());
  }
}
