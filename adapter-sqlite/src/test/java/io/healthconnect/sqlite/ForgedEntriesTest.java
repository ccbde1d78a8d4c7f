package io.healthconnect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditQuery;
import io.healthconnect.domain.audit.AuditVerifier;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** N-02: what somebody has put into the table beside the chain. */
final class ForgedEntriesTest {
  private static final AccountId PATIENT = new AccountId("p1");
  private static final AuditEvent READ =
      AuditEvent.of(AuditAction.NOTES_READ, Instant.EPOCH).about(PATIENT);

  @TempDir Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void n02AreShownToNobodyAndFound() throws SQLException {
    store.audit().append(List.of(READ));
    forge(AuditEntry.after(-1, AuditEntry.NONE, READ));
    forge(AuditEntry.after(-8, AuditEntry.NONE, READ));
    assertEquals(List.of(1L), numbers(Optional.empty()));
    assertEquals(List.of(1L), numbers(Optional.of(PATIENT)));
    AuditVerifier verifier = new AuditVerifier(Instant.EPOCH);
    store.audit().forEach(verifier::accept);
    assertEquals(
        List.of("entry -7 is outside the chain", "entry 0 is outside the chain"),
        verifier.problems());
    assertEquals(1, verifier.last().orElseThrow().number());
  }

  private List<Long> numbers(Optional<AccountId> subject) {
    return store.audit().find(new AuditQuery(subject, PageRequest.first(10))).items().stream()
        .map(AuditEntry::number)
        .toList();
  }

  private void forge(AuditEntry entry) throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("health-connect.db"));
        var insert =
            connection.prepareStatement(
                "INSERT INTO audit (number, action, subject_id, at, previous, hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, entry.number());
      insert.setString(2, entry.event().action().code());
      insert.setString(3, PATIENT.value());
      insert.setLong(4, entry.event().at().toEpochMilli());
      insert.setString(5, entry.previous());
      insert.setString(6, entry.hash());
      insert.execute();
    }
  }
}
