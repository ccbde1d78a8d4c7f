package io.healthconnect.testkit.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.Heard;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.patient.Patients;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of sessions does. */
public interface SessionRepositoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private Session add(String id, String account) {
    AccountId owner = new AccountId(account);
    if (stores().accounts().find(owner).isEmpty()) {
      stores().patients().add(Accounts.patient(account), Patients.blank(account));
    }
    Session session = Accounts.session(id, owner);
    stores().sessions().add(session);
    return session;
  }

  @Test
  default void findsASession() {
    Session session = add("s1", "p1");
    assertEquals(Optional.of(session), stores().sessions().find(session.id()));
    assertEquals(Optional.empty(), stores().sessions().find(new SessionId("other")));
  }

  @Test
  default void revokesOneAndTellsOnce() {
    Session session = add("s1", "p1");
    Session other = add("s2", "p1");
    Heard heard = Heard.from(stores().feed());
    stores().sessions().revoke(session.id());
    stores().sessions().revoke(session.id());
    assertEquals(Optional.empty(), stores().sessions().find(session.id()));
    assertEquals(Optional.of(other), stores().sessions().find(other.id()));
    assertEquals(
        List.of(
            new Change.SessionsEnded(
                session.accountId(), Optional.of(session.id()), Optional.empty())),
        heard.all());
  }

  @Test
  default void revokesAllButOne() {
    Session kept = add("s1", "p1");
    Session ended = add("s2", "p1");
    Session stranger = add("s3", "p2");
    Heard heard = Heard.from(stores().feed());
    stores().sessions().revokeAll(kept.accountId(), Optional.of(kept.id()));
    assertEquals(Optional.of(kept), stores().sessions().find(kept.id()));
    assertEquals(Optional.empty(), stores().sessions().find(ended.id()));
    assertEquals(Optional.of(stranger), stores().sessions().find(stranger.id()));
    stores().sessions().revokeAll(kept.accountId(), Optional.empty());
    assertEquals(Optional.empty(), stores().sessions().find(kept.id()));
    assertEquals(
        List.of(
            new Change.SessionsEnded(kept.accountId(), Optional.empty(), Optional.of(kept.id())),
            new Change.SessionsEnded(kept.accountId(), Optional.empty(), Optional.empty())),
        heard.all());
  }

  @Test
  default void purgesWhatExpiredBefore() {
    Session session = add("s1", "p1");
    assertEquals(0, stores().sessions().purgeExpired(session.expiresAt()));
    assertEquals(1, stores().sessions().purgeExpired(session.expiresAt().plusMillis(1)));
    assertEquals(Optional.empty(), stores().sessions().find(session.id()));
  }
}
