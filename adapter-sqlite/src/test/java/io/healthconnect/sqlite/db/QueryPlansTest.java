package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.AccountState;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Language;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.sqlite.account.SqliteAccountAdministration;
import io.healthconnect.sqlite.account.SqliteAccountRepository;
import io.healthconnect.sqlite.account.SqliteEmailRepository;
import io.healthconnect.sqlite.account.SqlitePreferenceRepository;
import io.healthconnect.sqlite.account.SqliteSessionRepository;
import io.healthconnect.sqlite.appointment.SqliteAppointmentRepository;
import io.healthconnect.sqlite.appointment.SqliteAttendanceRepository;
import io.healthconnect.sqlite.appointment.SqliteHoldRepository;
import io.healthconnect.sqlite.appointment.SqliteRunningLate;
import io.healthconnect.sqlite.audit.SqliteAuditLog;
import io.healthconnect.sqlite.calendar.SqliteCalendarLinkRepository;
import io.healthconnect.sqlite.call.SqliteLiveCalls;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.doctor.SqliteDoctorRepository;
import io.healthconnect.sqlite.doctor.SqliteEvidenceRepository;
import io.healthconnect.sqlite.media.SqliteMediaRepository;
import io.healthconnect.sqlite.message.SqliteMessageRepository;
import io.healthconnect.sqlite.notice.NoticeWrites;
import io.healthconnect.sqlite.notice.SqliteNoticeRepository;
import io.healthconnect.sqlite.outbox.SqliteAccountMailQueue;
import io.healthconnect.sqlite.outbox.SqliteOutbox;
import io.healthconnect.sqlite.patient.SqlitePatientRepository;
import io.healthconnect.sqlite.push.SqlitePushSubscriptions;
import io.healthconnect.sqlite.push.SqliteVapidKeys;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.notice.KeptNoticesContract;
import io.healthconnect.testkit.store.StoreContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the contracts again and asks SQLite for the plan of each statement that they execute. None
 * may scan a whole table, and none with a limit may sort, because a page would then cost as much as
 * the whole list.
 */
final class QueryPlansTest implements StoreContract, KeptNoticesContract {
  /**
   * Scans of bound lists, of intermediate results, and of tables that are needed completely: one
   * row per specialization, and one per live call at startup.
   */
  private static final Pattern FINE =
      Pattern.compile(
          "SCAN ((json_each|wanted|beginning|nearby|found|CONSTANT"
              + " ROW|\\(subquery).*|specialization|kept_call)");

  /** Reads the doctors who meet a condition that few meet, as {@link ManyDoctorsTest} shows. */
  private static final Pattern FEW =
      Pattern.compile("INDEXED BY doctor_by_(experience|rating) WHERE .*\\(\\?2 IS NULL");

  private static final Set<AppointmentStatus> ALL_STATUSES = EnumSet.allOf(AppointmentStatus.class);

  @TempDir Path folder;
  private final RecordedStatements recorded = new RecordedStatements();
  private final LocalChangeFeed feed = new LocalChangeFeed();
  private Database database;

  @BeforeEach
  void open() {
    database = DatabaseFile.open(folder, feed, recorded::around);
  }

  @AfterEach
  void noStatementReadsAWholeTable() throws SQLException {
    database.close();
    List<String> offences = new ArrayList<>();
    for (String statement : recorded.texts()) {
      offences.addAll(offences(statement));
    }
    assertEquals(List.of(), offences);
  }

  @Test
  void everyFilterOfAPersonsAppointmentsUsesItsIndex() throws SQLException {
    People.add(stores(), "d1", "p1");
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    for (String person : List.of("d1", "p1")) {
      for (Set<AppointmentStatus> statuses : List.of(Set.<AppointmentStatus>of(), ALL_STATUSES)) {
        for (Optional<Instant> edge : List.of(Optional.<Instant>empty(), Optional.of(noon))) {
          for (boolean descending : List.of(false, true)) {
            list(person, statuses, edge, Optional.empty(), descending);
            list(person, statuses, Optional.empty(), edge, descending);
            list(person, statuses, edge, edge, descending);
          }
        }
      }
    }
    List<String> lists =
        recorded.texts().stream().filter(text -> text.contains("AS place")).toList();
    assertEquals(8, lists.size());
    for (String list : lists) {
      boolean doctor = list.contains("WHERE doctor_id");
      String index =
          list.contains("status =")
              ? (doctor
                  ? "doctor_visit_by_status (doctor_id=? AND status=? AND "
                  : "patient_visit_by_status (patient_id=? AND status=? AND ")
              : (doctor
                  ? "appointment_of_doctor (doctor_id=? AND "
                  : "appointment_of_patient (patient_id=? AND ");
      List<String> plan = plan(list);
      assertEquals(1, plan.size(), list);
      assertTrue(
          plan.get(0).startsWith("SEARCH appointment USING COVERING INDEX " + index), plan.get(0));
      assertTrue(plan.get(0).contains("(starts_at,id)"), plan.get(0));
    }
  }

  @Test
  void whatIsDueIsReadFromTheIndexOfDueReminders() throws SQLException {
    stores().notices().remind(Instant.parse("2026-03-02T12:00:00Z"), 10);
    List<String> due =
        recorded.texts().stream().filter(text -> text.contains("FROM reminder")).toList();
    assertEquals(1, due.size());
    assertEquals(
        List.of("SEARCH reminder USING COVERING INDEX due_reminder (due_at<?)"), plan(due.get(0)));
  }

  @Test
  void whoIsFreeFirstAndWhoIsDueAreReadFromTheirIndexes() throws SQLException {
    for (Optional<String> field : List.of(Optional.<String>empty(), Optional.of("Heart"))) {
      stores()
          .doctors()
          .search(
              new DoctorSearch(
                  Set.of(), field, 0, 0, DoctorSearch.Sort.SOONEST, PageRequest.first(20)));
    }
    stores().doctors().nextFreeDue(Instant.EPOCH, 10);
    List<String> plans = new ArrayList<>();
    for (String text : recorded.texts()) {
      if (text.contains("ORDER BY next_free")) {
        plans.addAll(plan(text));
      }
    }
    assertEquals(
        """
        SEARCH doctor USING INDEX doctor_by_next_free (listed=? AND (next_free_at,name_folded,id)>(?,?,?))
        SEARCH doctor USING INDEX specialist_by_next_free (listed=? AND specialization_folded=? AND (next_free_at,name_folded,id)>(?,?,?))
        SEARCH doctor USING INDEX next_free_due (next_free_due<?)
        """
            .strip(),
        String.join("\n", plans));
  }

  @Test
  void whoSpeaksALanguageIsReadFromTheIndexOfEachOrder() throws SQLException {
    for (DoctorSearch.Sort sort : DoctorSearch.Sort.values()) {
      DoctorSearch any =
          new DoctorSearch(Set.of(), Optional.empty(), 0, 0, sort, PageRequest.first(20));
      stores().doctors().search(any.withLanguage(new Language("en")));
    }
    List<String> plans = new ArrayList<>();
    for (String text : recorded.texts()) {
      if (text.contains("FROM doctor_of_language INDEXED BY") && text.contains("ORDER BY")) {
        plans.addAll(plan(text));
      }
    }
    assertEquals(
        """
        SEARCH doctor_of_language USING INDEX speaker_by_experience (listed=? AND language=? AND experience>? AND (experience,id)<(?,?))
        SEARCH doctor_of_language USING INDEX speaker_by_name (listed=? AND language=? AND (name_folded,id)>(?,?))
        SEARCH doctor_of_language USING INDEX speaker_by_next_free (listed=? AND language=? AND (next_free_at,name_folded,id)>(?,?,?))
        SEARCH doctor_of_language USING INDEX speaker_by_rating (listed=? AND language=? AND rating_average>? AND (rating_average,rating_count,id)<(?,?,?))
        """
            .strip(),
        String.join("\n", plans.stream().sorted().toList()));
  }

  @Test
  void whoWaitsIsReadFromIndexesOfThoseWhoWait() throws SQLException {
    stores().attendances().due(Instant.parse("2026-03-02T12:00:00Z"), 10);
    stores().attendances().waitingFor(DoctorId.of("d1"), 10);
    stores().attendances().waitingOf(PatientId.of("p1"), 10);
    List<List<String>> plans = new ArrayList<>();
    for (String text : recorded.texts()) {
      if (text.contains("FROM attendance")) {
        plans.add(plan(text));
      }
    }
    assertEquals(
        List.of(
            List.of("SEARCH attendance USING INDEX attendance_due (check_at<?)"),
            List.of("SEARCH attendance USING INDEX attendance_of_doctor (doctor_id=?)"),
            List.of("SEARCH attendance USING INDEX attendance_of_patient (patient_id=?)")),
        plans);
  }

  @Test
  void whomADoctorWhoIsLateConcernsIsReadFromTheTimesAroundIt() throws SQLException {
    People.addDoctor(stores(), "d1");
    stores().lateness().say(new RunningLate(DoctorId.of("d1"), 20, Instant.EPOCH));
    List<String> asked =
        recorded.texts().stream().filter(text -> text.contains("FROM attendance")).toList();
    assertEquals(1, asked.size());
    assertEquals(
        List.of(
            "SEARCH appointment USING INDEX appointment_of_doctor (doctor_id=? AND starts_at>? AND starts_at<?)",
            "CORRELATED SCALAR SUBQUERY 1",
            "SEARCH attendance USING PRIMARY KEY (appointment_id=?)"),
        plan(asked.get(0)));
  }

  @Test
  void whoHadAConfirmedAppointmentIsReadFromTheContactsOfTheDoctor() throws SQLException {
    PatientId patient = PatientId.of("p1");
    stores().appointments().confirmedAmong(DoctorId.of("d1"), List.of(patient));
    List<String> asked =
        recorded.texts().stream().filter(text -> text.contains("wanted.value AS")).toList();
    assertEquals(1, asked.size());
    assertTrue(
        plan(asked.get(0))
            .contains(
                "SEARCH appointment EXISTS USING INDEX contact_of_doctor (doctor_id=? AND"
                    + " patient_id=?)"),
        plan(asked.get(0)).toString());
  }

  @Test
  void whoIsAContactAmongOthersIsReadFromTheContactsOfTheDoctor() throws SQLException {
    stores().appointments().contactsAmong(new AccountId("d1"), List.of(new AccountId("p1")));
    List<String> asked =
        recorded.texts().stream().filter(text -> text.contains("wanted.value AS")).toList();
    assertEquals(1, asked.size());
    String search =
        "SEARCH appointment USING COVERING INDEX contact_of_doctor (doctor_id=? AND patient_id=?)";
    List<String> searches =
        plan(asked.get(0)).stream().filter(step -> step.startsWith("SEARCH")).toList();
    assertEquals(List.of(search, search), searches);
  }

  @Test
  void everyListWithOneOtherPersonUsesTheIndexOfPairs() throws SQLException {
    People.add(stores(), "d1", "p1");
    for (String person : List.of("d1", "p1")) {
      for (Set<AppointmentStatus> statuses : List.of(Set.<AppointmentStatus>of(), ALL_STATUSES)) {
        for (boolean descending : List.of(false, true)) {
          stores()
              .appointments()
              .list(
                  new AppointmentQuery(
                      new AccountId(person),
                      Optional.of(new AccountId(person.equals("d1") ? "p1" : "d1")),
                      statuses,
                      Optional.empty(),
                      Optional.empty(),
                      descending,
                      PageRequest.first(20)));
        }
      }
    }
    List<String> lists =
        recorded.texts().stream().filter(text -> text.contains("AS place")).toList();
    assertEquals(4, lists.size());
    for (String list : lists) {
      List<String> plan = plan(list);
      assertEquals(1, plan.size(), list);
      String wanted =
          "SEARCH appointment USING INDEX visit_of_pair (doctor_id=? AND patient_id=? AND ";
      assertTrue(plan.get(0).startsWith(wanted), plan.get(0));
      assertTrue(plan.get(0).contains("(starts_at,id)"), plan.get(0));
    }
  }

  @Test
  void everySearchOfTheDirectoryUsesAnIndex() {
    for (DoctorSearch.Sort sort : DoctorSearch.Sort.values()) {
      for (Set<String> words : List.of(Set.<String>of(), Set.of("an", "rao"))) {
        for (Optional<String> field : List.of(Optional.<String>empty(), Optional.of("Heart"))) {
          for (int least : List.of(0, 3)) {
            PageRequest page = PageRequest.first(20);
            DoctorSearch search = new DoctorSearch(words, field, least, least, sort, page);
            stores().doctors().search(search);
            stores().doctors().count(search, 100);
            stores().doctors().search(search.withLanguage(new Language("en")));
            stores().doctors().count(search.withLanguage(new Language("en")), 100);
          }
        }
      }
    }
    assertEquals(32, recorded.texts().stream().filter(text -> text.contains("LIMIT")).count());
  }

  @Test
  void everySearchOfAccountsWalksAnIndex() throws SQLException {
    for (Optional<Role> role : List.of(Optional.<Role>empty(), Optional.of(Role.PATIENT))) {
      stores()
          .administration()
          .search(new AccountSearch(Set.of(), role, Optional.empty(), PageRequest.first(20)));
      for (AccountState state : AccountState.values()) {
        for (Set<String> words : List.of(Set.<String>of(), Set.of("an", "rao"))) {
          stores()
              .administration()
              .search(new AccountSearch(words, role, Optional.of(state), PageRequest.first(20)));
        }
      }
    }
    List<String> lists =
        recorded.texts().stream()
            .filter(text -> text.contains("LIMIT ?6") && text.contains("created_at DESC"))
            .toList();
    assertEquals(14, lists.size());
    List<String> walks = new ArrayList<>();
    for (String list : lists) {
      if (!list.contains("search_word")) {
        walks.addAll(plan(list));
      }
    }
    assertEquals(
        """
        SEARCH account USING INDEX account_by_age ((created_at,id)<(?,?))
        SEARCH account USING INDEX account_by_age ((created_at,id)<(?,?))
        SEARCH account USING INDEX account_by_approval (approval=? AND (created_at,id)<(?,?))
        SEARCH account USING INDEX account_by_approval (approval=? AND (created_at,id)<(?,?))
        SEARCH account USING INDEX disabled_account ((created_at,id)<(?,?))
        SEARCH account USING INDEX account_of_role (role=? AND (created_at,id)<(?,?))
        SEARCH account USING INDEX account_of_role (role=? AND (created_at,id)<(?,?))
        SEARCH account USING INDEX account_by_approval (approval=? AND (created_at,id)<(?,?))
        SEARCH account USING INDEX account_by_approval (approval=? AND (created_at,id)<(?,?))
        SEARCH account USING INDEX account_of_role (role=? AND (created_at,id)<(?,?))
        """
            .strip(),
        String.join("\n", walks));
  }

  @Test
  void callsUseIndexes() {
    People.add(stores(), "d1", "p1");
    AccountId doctor = new AccountId("d1");
    SqliteLiveCalls calls = new SqliteLiveCalls(database, feed, Instant.EPOCH);
    RingingCall call =
        CallFixtures.ringing(new CallId("1"), doctor, new AccountId("p1"), Optional.empty());
    DeviceId device = CallFixtures.deviceOf(new AccountId("p1"));
    calls.open(call, List.of());
    calls.change(
        call.id(),
        live -> live.answer(new AccountId("p1"), device, CallFixtures.OFFER, CallFixtures.NOW));
    calls.change(call.id(), live -> live.end(new AccountId("p1"), device, CallFixtures.NOW));
    assertEquals(1, calls.records(doctor, PageRequest.first(20)).items().size());
  }

  @Test
  void aScanAndASortOfAPageAreFound() throws SQLException {
    assertEquals(1, offences("SELECT * FROM appointment WHERE reason = ?").size());
    assertEquals(1, offences("DELETE FROM message WHERE created_at < ?").size());
    assertEquals(
        1,
        offences("SELECT * FROM session WHERE account_id = ? ORDER BY expires_at LIMIT ?").size());
    assertEquals(List.of(), offences("SELECT * FROM session WHERE account_id = ?"));
  }

  private List<String> offences(String statement) throws SQLException {
    return plan(statement).stream()
        .filter(step -> isOffence(statement, step))
        .map(step -> step + " in " + statement)
        .toList();
  }

  private List<String> plan(String statement) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"))) {
      return RecordedStatements.plan(connection, statement);
    }
  }

  private static boolean isOffence(String statement, String step) {
    boolean scan = step.startsWith("SCAN") && !FINE.matcher(step).matches();
    int order = statement.lastIndexOf("ORDER BY");
    boolean page = order >= 0 && statement.indexOf("LIMIT", order) >= 0;
    // Few doctors, or accounts with a word, are not in the requested order; only they are sorted.
    boolean found = statement.contains(") found") || FEW.matcher(statement).find();
    boolean sort = step.contains("TEMP B-TREE FOR") && step.contains("ORDER BY");
    return scan || (sort && page && !found) || step.contains("AUTOMATIC");
  }

  private void list(
      String person,
      Set<AppointmentStatus> statuses,
      Optional<Instant> from,
      Optional<Instant> to,
      boolean descending) {
    stores()
        .appointments()
        .list(
            new AppointmentQuery(
                new AccountId(person),
                Optional.empty(),
                statuses,
                from,
                to,
                descending,
                PageRequest.first(20)));
  }

  @Override
  public void add(List<NoticeDraft> drafts) {
    database.write(
        transaction -> {
          NoticeWrites.add(transaction, drafts);
          return drafts;
        });
  }

  @Override
  public Stores stores() {
    return new Stores(
        new SqliteAccountRepository(database),
        new SqliteAccountAdministration(database),
        new SqliteEmailRepository(database),
        new SqlitePreferenceRepository(database),
        new SqliteCalendarLinkRepository(database),
        new SqliteSessionRepository(database),
        new SqliteDoctorRepository(database),
        new SqliteEvidenceRepository(database),
        new SqlitePatientRepository(database),
        new SqliteAppointmentRepository(database),
        new SqliteHoldRepository(database),
        new SqliteRunningLate(database),
        new SqliteAttendanceRepository(database),
        new SqliteMessageRepository(database),
        new SqliteMediaRepository(database),
        new SqliteAuditLog(database),
        new SqliteNoticeRepository(database),
        SqliteOutbox.ofMails(database),
        new SqliteAccountMailQueue(database),
        new SqlitePushSubscriptions(database),
        SqliteOutbox.ofPushes(database),
        new SqliteVapidKeys(database),
        feed);
  }
}
