package io.healthconnect.testkit.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.patient.Patients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@code SessionRepository}. */
public interface SessionRepositoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private Session add(String id, String account) {
    AccountId owner = new AccountId(account);
    if (stores().accounts().find(owner).isEmpty()) {
      stores().patients().add(Accounts.patient(account), Accounts.HASH, Patients.blank(account));
    }
    Session session = Accounts.session(id, owner);
    assertTrue(stores().sessions().open(session, Accounts.credentials(owner)));
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
    RecordedChanges heard = RecordedChanges.from(stores().feed());
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
    RecordedChanges heard = RecordedChanges.from(stores().feed());
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

  @Test
  default void listsTheSessionsOfOneAccountNewestFirst() {
    add("s0", "p1");
    add("s9", "p2");
    AccountId owner = new AccountId("p1");
    for (String id : List.of("s2", "s1")) {
      Session later = Accounts.session(id, owner, Accounts.CREATED.plusSeconds(1));
      assertTrue(stores().sessions().open(later, Accounts.credentials(owner)));
    }
    assertEquals(
        List.of("s2", "s1", "s0"),
        stores().sessions().list(owner).stream().map(session -> session.id().value()).toList());
    assertEquals(
        Accounts.session("s2", owner, Accounts.CREATED.plusSeconds(1)),
        stores().sessions().list(owner).get(0));
    assertEquals(List.of(), stores().sessions().list(new AccountId("nobody")));
  }

  @Test
  default void keepsTheNewestFiftyOfAnAccountAndTellsOfTheOthersEnd() {
    add("other", "p2");
    AccountId owner = add("s0", "p1").accountId();
    for (int i = 1; i < Session.MOST; i++) {
      Session session = Accounts.session("s" + i, owner, Accounts.CREATED.plusSeconds(i));
      assertTrue(stores().sessions().open(session, Accounts.credentials(owner)));
    }
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    // Of a node whose clock is behind: it is new all the same.
    Session early = Accounts.session("early", owner, Accounts.CREATED.minusSeconds(1));
    assertTrue(stores().sessions().open(early, Accounts.credentials(owner)));
    assertEquals(Session.MOST, stores().sessions().list(owner).size());
    assertEquals(Optional.empty(), stores().sessions().find(new SessionId("s0")));
    assertEquals(Optional.of(early), stores().sessions().find(early.id()));
    assertTrue(stores().sessions().find(new SessionId("other")).isPresent());
    assertEquals(
        List.of(
            new Change.SessionsEnded(owner, Optional.of(new SessionId("s0")), Optional.empty())),
        heard.all());
  }

  @Test
  default void keepsFiftyWhenManyOpenAtOnce() {
    AccountId owner = add("s0", "p1").accountId();
    for (int i = 1; i < Session.MOST; i++) {
      assertTrue(
          stores().sessions().open(Accounts.session("s" + i, owner), Accounts.credentials(owner)));
    }
    List<Boolean> opened =
        Race.of(
            6,
            i ->
                () ->
                    stores()
                        .sessions()
                        .open(
                            Accounts.session("new" + i, owner, Accounts.CREATED.plusSeconds(1)),
                            Accounts.credentials(owner)));
    assertEquals(List.of(true, true, true, true, true, true), opened);
    List<Session> kept = stores().sessions().list(owner);
    assertEquals(Session.MOST, kept.size());
    assertEquals(6, kept.stream().filter(each -> each.id().value().startsWith("new")).count());
  }

  @Test
  default void recordsWhenSessionsWereLastSeen() {
    Session session = add("s1", "p1");
    Session other = add("s2", "p1");
    Instant later = Accounts.CREATED.plusSeconds(300);
    SessionId gone = new SessionId("gone");
    stores().sessions().recordSeen(Map.of(session.id(), later, gone, later));
    stores().sessions().recordSeen(Map.of(session.id(), later.minusSeconds(1)));
    stores().sessions().recordSeen(Map.of());
    assertEquals(Optional.of(session.seenAt(later)), stores().sessions().find(session.id()));
    assertEquals(Optional.of(other), stores().sessions().find(other.id()));
    assertEquals(Optional.empty(), stores().sessions().find(gone));
  }
}
