package io.healthconnect.sqlite;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Message;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.message.Drafts;
import io.healthconnect.testkit.patient.Patients;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C-07: ten damaged rows among thirty hide no other row, whatever the page size. */
final class DamagedRowsTest {
  private static final int ROWS = 30;

  @TempDir Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH);
    store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.complete("p1"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void c07MessagesGoOnBehindDamagedOnes() throws SQLException {
    Conversation conversation = null;
    store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.complete("d1"));
    Contacts.open(store.appointments(), "d1", "p1");
    for (int i = 1; i <= ROWS; i++) {
      Message sent = value(store.messages().append(Drafts.text("m" + i, "d1", "p1", "Text " + i)));
      conversation = sent.conversation();
    }
    execute("UPDATE message SET client_id = '' || id || ' ', sender_id = '' WHERE seq % 3 = 0");
    List<Long> whole =
        IntStream.rangeClosed(1, ROWS).filter(i -> i % 3 != 0).asLongStream().boxed().toList();
    assertEquals(whole, seqs(store.messages().after(conversation, 0, ROWS)));
    assertEquals(whole, seqs(store.messages().before(conversation, ROWS + 1, ROWS)));
    assertEquals(List.of(4L, 5L, 7L), seqs(store.messages().after(conversation, 2, 3)));
  }

  @Test
  void c07TheCallLogGoesOnBehindDamagedCalls() throws SQLException {
    store.patients().add(Accounts.patient("p2"), Accounts.HASH, Patients.complete("p2"));
    AccountId caller = new AccountId("p1");
    for (int i = 1; i <= ROWS; i++) {
      CallRecord ringing =
          CallFixtures.ringing(new CallId("c" + i), caller, new AccountId("p2"), Optional.empty())
              .record();
      store
          .calls()
          .addEnded(EndedCall.unrung(ringing, EndReason.BUSY, CallFixtures.NOW), List.of());
    }
    execute("UPDATE call_record SET media = 'smell' WHERE CAST(substr(id, 2) AS INTEGER) % 3 = 0");
    List<CallRecord> found = all(page -> store.calls().records(caller, page));
    assertEquals(20, found.size());
  }

  @Test
  void c07AppointmentsGoOnBehindDamagedOnes() throws SQLException {
    store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.complete("d1"));
    for (int i = 1; i <= ROWS; i++) {
      value(
          store
              .appointments()
              .book(
                  Appointments.pending("v" + i, "d1", "p1", 60 * i),
                  Optional.empty(),
                  Appointments.UNLIMITED));
    }
    execute("UPDATE appointment SET mode = 'post' WHERE CAST(substr(id, 2) AS INTEGER) % 3 = 0");
    List<Appointment> found =
        all(
            page ->
                store
                    .appointments()
                    .list(
                        new AppointmentQuery(
                            new AccountId("p1"),
                            Optional.empty(),
                            Set.of(),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            page)));
    assertEquals(20, found.size());
  }

  @Test
  void c07TheDirectoryGoesOnBehindDamagedDoctors() throws SQLException {
    for (int i = 1; i <= ROWS; i++) {
      store.doctors().add(Accounts.doctor("d" + i), Accounts.HASH, Doctors.complete("d" + i));
    }
    execute(
        "UPDATE doctor SET time_zone = 'Moon/Sea' WHERE CAST(substr(id, 2) AS INTEGER) % 3 = 0");
    List<DoctorListing> found =
        all(
            page ->
                store
                    .doctors()
                    .search(
                        new DoctorSearch(
                            Set.of(), Optional.empty(), 0, 0, DoctorSearch.Sort.NAME, page)));
    assertEquals(20, found.size());
  }

  @Test
  void c07TheStartGoesOnBehindADamagedCall() throws SQLException {
    store.patients().add(Accounts.patient("p2"), Accounts.HASH, Patients.complete("p2"));
    ring("c1");
    store.close();
    execute("UPDATE kept_call SET ring_until = NULL");
    store = SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH);
    assertTrue(store.calls().devices().isEmpty());
    // Its people are free.
    ring("c2");
  }

  private void ring(String id) {
    assertInstanceOf(
        LiveCalls.Rings.class,
        store
            .calls()
            .open(
                CallFixtures.ringing(
                    new CallId(id), new AccountId("p1"), new AccountId("p2"), Optional.empty()),
                List.of()));
  }

  private static List<Long> seqs(List<Message> messages) {
    return messages.stream().map(Message::seq).toList();
  }

  private static <T> List<T> all(Function<PageRequest, Page<T>> pages) {
    List<T> found = new ArrayList<>();
    Page<T> page = pages.apply(PageRequest.first(4));
    found.addAll(page.items());
    while (page.next().isPresent()) {
      page = pages.apply(new PageRequest(4, page.next()));
      found.addAll(page.items());
    }
    return found;
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }
}
