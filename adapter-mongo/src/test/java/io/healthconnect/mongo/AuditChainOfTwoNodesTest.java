package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditVerifier;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.patient.Patients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** N-02: the nodes add to one audit log at once, by themselves and as part of decisions. */
@WithMongod
final class AuditChainOfTwoNodesTest {
  private static final int ROUNDS = 10;

  @Test
  void n02TwoNodesShareOneChainWithoutGaps(TestDatabase database) {
    database.raw().drop();
    try (MongoHandles one = MongoHandles.open(database.uri());
        MongoHandles other = MongoHandles.open(database.uri())) {
      List<MongoStore> nodes = List.of(new MongoStore(one), new MongoStore(other));
      Account account = Accounts.patient("p1");
      nodes.get(0).patients().add(account, Accounts.HASH, Patients.blank("p1"));
      Race.of(
          4,
          i ->
              () -> {
                for (int round = 0; round < ROUNDS; round++) {
                  add(nodes.get(i % 2), i, round, account.id());
                }
                return i;
              });
      List<AuditEntry> all = new ArrayList<>();
      nodes.get(0).audit().forEach(all::add);
      assertEquals(
          LongStream.rangeClosed(1, 4L * ROUNDS).boxed().toList(),
          all.stream().map(AuditEntry::number).toList());
      AuditVerifier verifier = new AuditVerifier(Instant.EPOCH);
      all.forEach(verifier::accept);
      assertEquals(List.of(), verifier.problems());
    }
  }

  /** Two threads add reads, one at each node; another one at the second node decides. */
  private static void add(MongoStore node, int thread, int round, AccountId account) {
    if (thread == 3) {
      Decision decision = round % 2 == 0 ? Decision.DISABLE : Decision.ENABLE;
      node.administration().decide(account, decision, Accounts.decided(account, decision));
    } else {
      node.audit()
          .append(List.of(AuditEvent.of(AuditAction.RECORD_READ, Accounts.CREATED).about(account)));
    }
  }
}
