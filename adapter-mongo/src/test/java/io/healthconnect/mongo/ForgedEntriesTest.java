package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditQuery;
import io.healthconnect.domain.audit.AuditVerifier;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** N-02: what somebody has put into the collection beside the chain. */
@WithMongod
final class ForgedEntriesTest {
  private static final AccountId PATIENT = new AccountId("p1");
  private static final AuditEvent READ =
      AuditEvent.of(AuditAction.NOTES_READ, Instant.EPOCH).about(PATIENT);

  @Test
  void n02AreShownToNobodyAndFound(TestDatabase database) {
    database.raw().drop();
    try (MongoHandles handles = MongoHandles.open(database.uri())) {
      MongoStore store = new MongoStore(handles);
      store.audit().append(List.of(READ));
      forge(database, 0L, AuditEntry.after(-1, AuditEntry.NONE, READ));
      forge(database, 0.5, AuditEntry.after(-1, AuditEntry.NONE, READ));
      forge(database, -7L, AuditEntry.after(-8, AuditEntry.NONE, READ));
      assertEquals(List.of(1L), numbers(store, Optional.empty()));
      assertEquals(List.of(1L), numbers(store, Optional.of(PATIENT)));
      AuditVerifier verifier = new AuditVerifier(Instant.EPOCH);
      store.audit().forEach(verifier::accept);
      assertEquals(
          List.of(
              "entry -7 is outside the chain",
              "entry 0 is outside the chain",
              "entry 0 is outside the chain"),
          verifier.problems());
      assertEquals(1, verifier.last().orElseThrow().number());
    }
  }

  private static List<Long> numbers(MongoStore store, Optional<AccountId> subject) {
    return store.audit().find(new AuditQuery(subject, PageRequest.first(10))).items().stream()
        .map(AuditEntry::number)
        .toList();
  }

  private static void forge(TestDatabase database, Number id, AuditEntry entry) {
    database
        .raw()
        .getCollection("audit")
        .insertOne(
            new Document("_id", id)
                .append("action", entry.event().action().code())
                .append("subjectId", PATIENT.value())
                .append("at", entry.event().at())
                .append("previous", entry.previous())
                .append("hash", entry.hash()));
  }
}
