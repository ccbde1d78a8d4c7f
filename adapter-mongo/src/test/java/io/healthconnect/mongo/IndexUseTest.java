package io.healthconnect.mongo;

import static io.healthconnect.mongo.IndexUseData.DOCTOR;
import static io.healthconnect.mongo.IndexUseData.LONG;
import static io.healthconnect.mongo.IndexUseData.page;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorSearch.Sort;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.message.Drafts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each query uses the index that is meant for it and examines hardly more documents than it
 * returns.
 */
@WithMongod
final class IndexUseTest {
  private static final String CONVERSATION = "messages IXSCAN { conversation: 1, seq: 1 }";
  private static final String HEADS =
      "messages IXSCAN { heads: -1, createdAt: -1, conversation: -1 }";
  private static final String UNREAD = "messages IXSCAN { receiverId: 1, conversation: 1, seq: 1 }";
  private static final String OCCUPIED = "appointments IXSCAN { doctorId: 1, startsAt: 1 }";
  private static final String OF_DOCTOR =
      "appointments IXSCAN { doctorId: 1, startsAt: 1, _id: 1 }";

  /** One more than the page at most, and one that the cursor excludes. */
  private static final String IN_STATUS =
      "appointments %1$sStatus(, %1$sStatus)* examined [67] of [0-9]+";

  private static final String CONTACTS =
      "{ doctorId: 1, opensContact: 1, patientId: 1 } examined 0";

  private static final String RATING =
      "IXSCAN { hidden: 1, rating.hundredths: -1, rating.count: -1, _id: -1 }";

  private static FollowedStore store;
  private static Stores stores;
  private static QueryPlans plans;

  @BeforeAll
  static void fill(TestDatabase database) {
    store = new FollowedStore(database.uri());
    stores = store.stores();
    plans = new QueryPlans(database.raw());
    IndexUseData.fill(stores);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static Cursor at(Instant instant, String id) {
    return new Cursor(Long.toString(instant.toEpochMilli()), id);
  }

  @Test
  void readsAPageOfAConversation() {
    assertEquals(
        List.of(CONVERSATION + " examined 5 returned 5"),
        plans.of(() -> stores.messages().before(LONG, 30, 5)));
    assertEquals(
        List.of(CONVERSATION + " examined 5 returned 5"),
        plans.of(() -> stores.messages().after(LONG, 30, 5)));
  }

  @Test
  void readsThePageOfConversationsAndNotTheirMessages() {
    List<String> first =
        plans.of(() -> stores.messages().conversations(DOCTOR, PageRequest.first(5)));
    assertEquals(HEADS + " examined 6 returned 6", first.get(0));
    assertEquals(0, first.get(1).replace(CONVERSATION.substring(9), "").indexOf("messages "));
    assertEquals(true, first.get(1).endsWith(" examined 0 returned 0"), first.get(1));
    assertEquals(true, first.get(2).startsWith(UNREAD), first.get(2));
    String next =
        plans
            .of(() -> stores.messages().conversations(DOCTOR, page(at(Drafts.SENT, "p20"))))
            .get(0);
    assertEquals(HEADS + ", " + HEADS.substring(9) + " examined 6 returned 6", next);
  }

  @Test
  void marksOnlyWhatIsUnread() {
    List<String> marking = plans.of(() -> stores.messages().markRead(LONG, DOCTOR, 3, Drafts.SENT));
    assertEquals(true, marking.contains(UNREAD + " examined 3"), marking.toString());
    List<String> again = plans.of(() -> stores.messages().markRead(LONG, DOCTOR, 3, Drafts.SENT));
    assertEquals(List.of(UNREAD + " examined 0"), again);
  }

  @Test
  void findsTakenTimes() {
    assertEquals(
        List.of(OCCUPIED + " examined 6 returned 5", OCCUPIED + " examined 6 returned 5"),
        plans.of(() -> IndexUseData.readSlots(stores)));
    Appointments.value(
        stores
            .appointments()
            .book(
                Appointments.pending("vx", "d00", "p01", 3000),
                Optional.empty(),
                Appointments.UNLIMITED));
    List<String> refused =
        plans.of(
            () ->
                stores
                    .appointments()
                    .book(
                        Appointments.pending("vy", "d00", "p01", 3000),
                        Optional.empty(),
                        Appointments.UNLIMITED));
    assertEquals(List.of(OCCUPIED + " examined 1 returned 1"), refused);
  }

  @Test
  void listsOwnAppointmentsInOrder() {
    for (boolean descending : new boolean[] {true, false}) {
      PageRequest first = PageRequest.first(5);
      assertEquals(
          OF_DOCTOR + " examined 6 returned 6",
          plans
              .of(
                  () ->
                      stores
                          .appointments()
                          .list(IndexUseData.appointments("d00", descending, first)))
              .get(1));
      assertEquals(
          OF_DOCTOR.replace("doctor", "patient") + " examined 1 returned 1",
          plans
              .of(
                  () ->
                      stores
                          .appointments()
                          .list(IndexUseData.appointments("p09", descending, first)))
              .get(1));
    }
    PageRequest later = page(at(Appointments.MONDAY_NINE.plusSeconds(1800), "v01"));
    assertEquals(
        OF_DOCTOR + " examined 7 returned 6",
        plans
            .of(() -> stores.appointments().list(IndexUseData.appointments("d00", false, later)))
            .get(1));
  }

  /** Half of the doctor's appointments are completed, and none is examined that is not listed. */
  @Test
  void listsAppointmentsInSomeStatusesFromTheirIndex() {
    for (Set<AppointmentStatus> statuses :
        List.of(
            Set.of(AppointmentStatus.PENDING),
            Set.of(AppointmentStatus.COMPLETED),
            Set.of(AppointmentStatus.PENDING, AppointmentStatus.COMPLETED))) {
      for (boolean descending : new boolean[] {true, false}) {
        PageRequest first = PageRequest.first(5);
        String plan = named("d00", statuses, descending, first);
        assertEquals(true, plan.matches(IN_STATUS.formatted("doctor")), plan);
        PageRequest later = page(at(Appointments.MONDAY_NINE.plusSeconds(36_000), "v20"));
        String next = named("d00", statuses, descending, later);
        assertEquals(true, next.matches(IN_STATUS.formatted("doctor")), next);
      }
    }
    String plan = named("p09", Set.of(AppointmentStatus.COMPLETED), false, PageRequest.first(5));
    assertEquals("appointments patientStatus examined 1 of 1", plan);
  }

  private static String named(
      String person, Set<AppointmentStatus> statuses, boolean descending, PageRequest page) {
    AppointmentQuery all = IndexUseData.appointments(person, descending, page);
    AppointmentQuery query =
        new AppointmentQuery(
            all.participant(), all.with(), statuses, all.from(), all.to(), descending, page);
    return plans.names(() -> stores.appointments().list(query)).get(1);
  }

  @Test
  void listsAppointmentsWithOneOtherPersonFromTheIndexOfPairs() {
    String pair = "appointments IXSCAN { doctorId: 1, patientId: 1, startsAt: 1, _id: 1 }";
    for (boolean descending : new boolean[] {true, false}) {
      for (String person : List.of("d00", "p09")) {
        AppointmentQuery all = IndexUseData.appointments(person, descending, PageRequest.first(5));
        AppointmentQuery query =
            new AppointmentQuery(
                all.participant(),
                Optional.of(new AccountId(person.equals("d00") ? "p09" : "d00")),
                all.statuses(),
                all.from(),
                all.to(),
                descending,
                all.page());
        String plan = plans.of(() -> stores.appointments().list(query)).get(1);
        assertEquals(true, plan.startsWith(pair), plan);
      }
    }
  }

  @Test
  void endsTheSessionsOfOnePersonOnly() {
    List<String> expected =
        List.of(
            "pushSubscriptions IXSCAN { accountId: 1, createdAt: 1, _id: 1 } examined 0",
            "sessions IXSCAN { accountId: 1 } examined 1");
    for (Optional<SessionId> kept :
        List.of(Optional.of(new SessionId("s0")), Optional.<SessionId>empty())) {
      List<String> used = plans.of(() -> stores.sessions().revokeAll(DOCTOR, kept));
      assertEquals(expected, used.subList(1, used.size()));
    }
  }

  @Test
  void listsReviewsInOrder() {
    assertEquals(
        List.of(
            "appointments IXSCAN { doctorId: 1, review.createdAt: -1, _id: -1 }"
                + " examined 6 returned 6"),
        plans.of(() -> stores.appointments().reviewed(DoctorId.of("d00"), PageRequest.first(5))));
  }

  @Test
  void searchesInEveryOrderWithoutSorting() {
    assertEquals(
        List.of(
            "doctors IXSCAN { hidden: 1, nameFolded: 1, _id: 1 }, IXSCAN { hidden: 1, nameFolded:"
                + " 1, _id: 1 } examined 6 returned 6"),
        plans.of(() -> search(Sort.NAME, page(new Cursor("name 3", "d10")))));
    assertEquals(
        List.of(
            "doctors IXSCAN { hidden: 1, experience: -1, _id: -1 }, IXSCAN { hidden: 1, experience:"
                + " -1, _id: -1 } examined 6 returned 6"),
        plans.of(() -> search(Sort.EXPERIENCE, PageRequest.first(5))));
    assertEquals(
        List.of("doctors " + RATING + ", " + RATING + " examined 6 returned 6"),
        plans.of(() -> search(Sort.RATING, PageRequest.first(5))));
  }

  private static void search(Sort sort, PageRequest page) {
    stores.doctors().search(IndexUseData.doctors(sort, page));
  }

  @Test
  void knowsContactsFromTheIndexAlone() {
    assertEquals(
        List.of(
            "appointments DISTINCT_SCAN " + CONTACTS + " returned 40",
            "appointments DISTINCT_SCAN { patientId: 1, opensContact: 1, doctorId: 1 } examined 0"
                + " returned 0",
            "appointments IXSCAN " + CONTACTS + " returned 1",
            "appointments IXSCAN " + CONTACTS + " returned 24"),
        plans.of(() -> IndexUseData.readContacts(stores)));
  }

  /** With a key or two for each of those who are asked for, of 40 contacts. */
  @Test
  void knowsContactsAmongOthersFromTheIndexAlone() {
    List<AccountId> asked =
        List.of(new AccountId("p07"), new AccountId("p09"), new AccountId("nobody"));
    assertEquals(
        List.of(
            "appointments DISTINCT_SCAN " + CONTACTS + " of 5 keys",
            "appointments DISTINCT_SCAN { patientId: 1, opensContact: 1, doctorId: 1 } examined 0"
                + " of 1 keys"),
        plans.keys(() -> stores.appointments().contactsAmong(DOCTOR, asked)));
  }
}
