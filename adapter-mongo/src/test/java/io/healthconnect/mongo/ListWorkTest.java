package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.message.Drafts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A page of a doctor's lists examines as many keys and documents with a hundred appointments and
 * conversations as with ten thousand.
 */
@WithMongod
final class ListWorkTest {
  private static final int FEW = 100;
  private static final int MANY = 10_000;
  private static final AccountId DOCTOR = new AccountId("d1");
  private static final long HOUR = 3_600_000;

  private static FollowedStore store;
  private static Stores stores;
  private static QueryPlans plans;
  private static TestDatabase database;

  @BeforeAll
  static void open(TestDatabase opened) {
    database = opened;
    store = new FollowedStore(database.uri());
    stores = store.stores();
    plans = new QueryPlans(database.raw());
    People.add(stores, "d1", "p1");
    Appointments.value(
        stores
            .appointments()
            .book(
                Appointments.pending("v1", "d1", "p1", 0),
                Optional.empty(),
                Appointments.UNLIMITED));
    Appointments.value(stores.messages().append(Drafts.text("m1", "p1", "d1", "Hi")));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  /** Each with a patient of their own: an appointment an hour, and a message. */
  private static void fill(int first, int last) {
    copy(
        "accounts",
        "p1",
        first,
        last,
        n -> new Document("_id", patient(n)).append("email", patient(n) + "@example.org"));
    copy("appointments", "v1", first, last, ListWorkTest::appointment);
    copy("messages", "m1", first, last, ListWorkTest::message);
  }

  private static String patient(int number) {
    return String.format(Locale.ROOT, "p%05d", number);
  }

  private static Document appointment(int number) {
    return new Document("_id", "v" + patient(number))
        .append("patientId", patient(number))
        .append("startsAt", new Date(number * HOUR))
        .append("endsAt", new Date(number * HOUR + HOUR / 2))
        .append("status", number % 4 == 1 ? "no_show" : "completed")
        .append("occupying", false);
  }

  private static Document message(int number) {
    return new Document("_id", "m" + patient(number))
        .append("clientId", patient(number))
        .append("conversation", "d1:" + patient(number))
        .append("senderId", patient(number))
        .append("createdAt", new Date(number * HOUR))
        .append("heads", List.of("d1", patient(number)));
  }

  private static void copy(
      String name, String template, int first, int last, IntFunction<Document> changes) {
    MongoCollection<Document> collection = database.raw().getCollection(name);
    Document found = Objects.requireNonNull(collection.find(Filters.eq("_id", template)).first());
    List<Document> copies = new ArrayList<>();
    for (int number = first; number <= last; number++) {
      Document copy = new Document(found);
      copy.putAll(changes.apply(number));
      copies.add(copy);
    }
    collection.insertMany(copies);
  }

  @Test
  void aPageOfManyIsTheWorkOfAPageOfFew() {
    fill(1, FEW);
    Map<String, List<String>> few = work(FEW);
    fill(FEW + 1, MANY);
    assertEquals(few, work(MANY));
  }

  private static Map<String, List<String>> work(int count) {
    Map<String, List<String>> work = new LinkedHashMap<>();
    PageRequest first = PageRequest.first(10);
    String at = Long.toString(count / 2 * HOUR);
    PageRequest deep = new PageRequest(10, Optional.of(new Cursor(at, patient(count / 2))));
    PageRequest visits = new PageRequest(10, Optional.of(new Cursor(at, "v" + patient(count / 2))));
    Optional<Instant> none = Optional.empty();
    Optional<Instant> from = Optional.of(Instant.ofEpochMilli(count / 2 * HOUR));
    Optional<Instant> to = from.map(begin -> begin.plusMillis(20 * HOUR));
    work.put("appointments", listed(Set.of(), none, none, first));
    work.put("deep", listed(Set.of(), none, none, visits));
    work.put("in a range", listed(Set.of(), from, to, first));
    work.put("no-shows", listed(Set.of(AppointmentStatus.NO_SHOW), none, none, visits));
    work.put("conversations", plans.keys(() -> conversations(first)));
    work.put("conversations, deep", plans.keys(() -> conversations(deep)));
    work.put("patients", plans.keys(() -> patients(first)));
    work.values().forEach(each -> assertTrue(each.size() > 0, work::toString));
    return work;
  }

  private static List<String> listed(
      Set<AppointmentStatus> statuses,
      Optional<Instant> from,
      Optional<Instant> to,
      PageRequest page) {
    AppointmentQuery query =
        new AppointmentQuery(DOCTOR, Optional.empty(), statuses, from, to, true, page);
    return plans.keys(() -> assertFull(stores.appointments().list(query)));
  }

  private static void patients(PageRequest request) {
    assertFull(stores.appointments().patientsOf(new DoctorId(DOCTOR), request));
  }

  /** With all that the list of them shows. */
  private static void conversations(PageRequest request) {
    Page<ConversationSummary> page = stores.messages().conversations(DOCTOR, request);
    assertFull(page);
    List<AccountId> others = page.items().stream().map(ConversationSummary::other).toList();
    assertEquals(10, stores.accounts().findAll(others).size());
    assertEquals(Set.copyOf(others), stores.appointments().contactsAmong(DOCTOR, others));
  }

  /** However many have none of the words, and whatever the order of names. */
  @Test
  void doctorsWithACommonWordAreCountedInTheIndexOfWords() {
    copy("doctors", "d1", 1, 5_000, n -> doctor("other", n));
    copy("doctors", "d1", 1, 600, n -> doctor("popular", n));
    DoctorSearch search = DoctorSearch.ofWord("popular");
    List<String> counted = plans.keys(() -> assertEquals(100, stores.doctors().count(search, 100)));
    assertEquals(
        "doctors IXSCAN { words: 1 } examined 100 of 100 keys", counted.get(counted.size() - 1));
  }

  private static Document doctor(String name, int number) {
    return new Document("_id", name + number)
        .append("name", name)
        .append("nameFolded", name)
        .append("words", List.of(name));
  }

  private static void assertFull(Page<?> page) {
    assertEquals(10, page.items().size());
    assertTrue(page.next().isPresent());
  }
}
