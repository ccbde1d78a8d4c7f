package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.sqlite.account.SqliteAccountRepository;
import io.healthconnect.sqlite.appointment.SqliteAppointmentRepository;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.message.SqliteMessageRepository;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page of a doctor's lists is the same work with a hundred appointments and conversations and
 * with ten thousand.
 */
final class ListWorkTest {
  private static final int FEW = 100;
  private static final int MANY = 10_000;
  private static final AccountId DOCTOR = new AccountId("d1");
  private static final long HOUR = 3_600_000;

  private static final List<String> OF_THE_DOCTOR =
      List.of(
          """
          INSERT INTO account (id, role, name, email, password_hash, created_at,
            sessions_valid_from, version)
          VALUES ('d1', 'doctor', 'D', 'd1@example.org', '', 0, 0, 1)
          """,
          """
          INSERT INTO doctor (id, specialization, specialization_folded, experience, qualification,
            about, time_zone, slot_minutes, buffer_minutes, minimum_notice_minutes, horizon_days,
            auto_confirm, name_folded, version)
          VALUES ('d1', 'Heart', 'heart', 1, 'MD', '', 'UTC', 30, 0, 0, 30, 0, 'd', 1)
          """);

  /** Each with a patient of their own: an appointment an hour, and a message. */
  private static final List<String> OF_PATIENTS =
      List.of(
          """
          CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (
            SELECT %1$d UNION ALL SELECT i + 1 FROM n WHERE i < %2$d)
          SELECT i, printf('p%%05d', i) AS p FROM n
          """,
          """
          INSERT INTO account (id, role, name, email, password_hash, created_at,
            sessions_valid_from, version)
          SELECT p, 'patient', 'P', p || '@example.org', '', 0, 0, 1 FROM n
          """,
          "INSERT INTO patient (id, version) SELECT p, 1 FROM n",
          """
          INSERT INTO appointment (id, doctor_id, patient_id, date, start_time, end_time, time_zone,
            starts_at, ends_at, mode, reason, status, occupying, opens_contact, version)
          SELECT 'v' || p, 'd1', p, '2026-03-02', '09:00', '09:30', 'UTC', i * 3600000,
            i * 3600000 + 1800000, 'video', 'Cough', iif(i % 4 = 1, 'no_show', 'completed'), 0, 1, 1
          FROM n
          """,
          """
          INSERT INTO appointment_change (appointment_id, position, to_status, changed_at)
          SELECT 'v' || p, 0, 'pending', 0 FROM n
          """,
          "INSERT INTO conversation SELECT 'd1', p, 1 FROM n",
          """
          INSERT INTO message (id, first_id, second_id, seq, sender_id, text, client_id, created_at)
          SELECT 'm' || p, 'd1', p, 1, p, 'Hello', 'c' || p, i * 3600000 FROM n
          """,
          "INSERT INTO conversation_member SELECT 'd1', p, 1, i * 3600000, 1, 0 FROM n");

  @TempDir Path folder;
  private final CountedSteps steps = new CountedSteps();
  private Database database;
  private SqliteAppointmentRepository appointments;
  private SqliteMessageRepository messages;

  @BeforeEach
  void open() throws SQLException {
    database = DatabaseFile.open(folder, new LocalChangeFeed(), steps::around);
    appointments = new SqliteAppointmentRepository(database);
    messages = new SqliteMessageRepository(database);
    for (String insert : OF_THE_DOCTOR) {
      execute(List.of(insert));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void execute(List<String> inserts) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"))) {
      connection.setAutoCommit(false);
      for (String insert : inserts) {
        connection.createStatement().execute(insert);
      }
      connection.commit();
    }
  }

  private void fill(int first, int last) throws SQLException {
    execute(
        OF_PATIENTS.stream()
            .map(insert -> insert.contains("%1$d") ? insert.formatted(first, last) : insert)
            .toList());
  }

  @Test
  void aPageOfManyIsTheWorkOfAPageOfFew() throws SQLException {
    fill(1, FEW);
    // The first time, statements are prepared too.
    work(FEW);
    Map<String, Long> few = work(FEW);
    fill(FEW + 1, MANY);
    assertEquals(few, work(MANY));
    assertTrue(few.values().stream().allMatch(each -> each > 20), few::toString);
  }

  private Map<String, Long> work(int count) {
    Map<String, Long> work = new LinkedHashMap<>();
    PageRequest first = PageRequest.first(10);
    String middle = String.format(Locale.ROOT, "p%05d", count / 2);
    String at = Long.toString(count / 2 * HOUR);
    PageRequest deep = new PageRequest(10, Optional.of(new Cursor(at, middle)));
    PageRequest visits = new PageRequest(10, Optional.of(new Cursor(at, "v" + middle)));
    Optional<Instant> from = Optional.of(Instant.ofEpochMilli(count / 2 * HOUR));
    Optional<Instant> to = from.map(begin -> begin.plusMillis(20 * HOUR));
    Set<AppointmentStatus> all = Set.of();
    work.put("appointments", listed(all, Optional.empty(), Optional.empty(), first));
    work.put("deep", listed(all, Optional.empty(), Optional.empty(), visits));
    work.put("in a range", listed(all, from, to, first));
    Set<AppointmentStatus> missed = Set.of(AppointmentStatus.NO_SHOW);
    work.put("no-shows", listed(missed, Optional.empty(), Optional.empty(), visits));
    work.put("conversations", steps.of(() -> conversations(first)));
    work.put("conversations, deep", steps.of(() -> conversations(deep)));
    work.put(
        "patients",
        steps.of(() -> assertFull(appointments.patientsOf(new DoctorId(DOCTOR), first))));
    return work;
  }

  private long listed(
      Set<AppointmentStatus> statuses,
      Optional<Instant> from,
      Optional<Instant> to,
      PageRequest page) {
    AppointmentQuery query =
        new AppointmentQuery(DOCTOR, Optional.empty(), statuses, from, to, true, page);
    return steps.of(() -> assertFull(appointments.list(query)));
  }

  /** With all that the list of them shows. */
  private void conversations(PageRequest request) {
    Page<ConversationSummary> page = messages.conversations(DOCTOR, request);
    assertFull(page);
    List<AccountId> others = page.items().stream().map(ConversationSummary::other).toList();
    assertEquals(10, new SqliteAccountRepository(database).findAll(others).size());
    assertEquals(Set.copyOf(others), appointments.contactsAmong(DOCTOR, others));
  }

  private static void assertFull(Page<?> page) {
    assertEquals(10, page.items().size());
    assertTrue(page.next().isPresent());
  }
}
