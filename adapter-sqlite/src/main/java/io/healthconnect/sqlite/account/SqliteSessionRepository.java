package io.healthconnect.sqlite.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.notice.NoticeWrites;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions in SQLite. */
public final class SqliteSessionRepository implements SessionRepository {
  private static final String BY_ID = "SELECT * FROM session WHERE id = ?";
  private final Database database;

  public SqliteSessionRepository(Database database) {
    this.database = database;
  }

  @Override
  public boolean open(Session session, Credentials checked) {
    return open(session, checked, Optional.empty(), List.of());
  }

  @Override
  public boolean open(Session session, Credentials checked, SecondFactorProof proof) {
    return open(session, checked, Optional.of(proof), List.of());
  }

  @Override
  public boolean openOnNewDevice(
      Session session, Credentials checked, Optional<SecondFactorProof> proof) {
    return open(session, checked, proof, AccountNotices.ofLogIn(session));
  }

  private boolean open(
      Session session,
      Credentials checked,
      Optional<SecondFactorProof> proof,
      List<NoticeDraft> news) {
    return database.write(
        transaction -> {
          boolean admitted =
              admits(transaction, checked, proof.isPresent())
                  && (proof.isEmpty()
                      || SecondFactors.use(transaction, checked.accountId(), proof.get()));
          if (admitted) {
            insert(transaction, session);
            NoticeWrites.add(transaction, news);
          }
          return admitted;
        });
  }

  private static boolean admits(Sql sql, Credentials checked, boolean secondFactor)
      throws SQLException {
    return sql.any(
        """
        SELECT 1 FROM account
        WHERE id = ? AND password_hash = ? AND disabled = 0 AND second_factor = ?
        """,
        checked.accountId().value(),
        checked.passwordHash().value(),
        secondFactor);
  }

  private static void insert(Transaction transaction, Session session) throws SQLException {
    transaction.update(
        """
        INSERT INTO session (id, account_id, created_at, expires_at, browser, system, last_seen_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        session.id().value(),
        session.accountId().value(),
        session.createdAt(),
        session.expiresAt(),
        session.software().browser(),
        session.software().system(),
        session.lastSeenAt());
    endSurplus(transaction, session);
  }

  private static void endSurplus(Transaction transaction, Session opened) throws SQLException {
    List<Session> others = new ArrayList<>(of(transaction, opened.accountId()));
    others.removeIf(each -> each.id().equals(opened.id()));
    for (Session oldest : Session.surplus(others)) {
      end(transaction, oldest);
    }
  }

  private static List<Session> of(Sql sql, AccountId accountId) throws SQLException {
    return sql.list(
        "SELECT * FROM session WHERE account_id = ?", AccountRows::session, accountId.value());
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return database.readOnce(sql -> sql.one(BY_ID, AccountRows::session, id.value()));
  }

  @Override
  public List<Session> list(AccountId accountId) {
    return Session.newestFirst(database.read(sql -> of(sql, accountId)));
  }

  @Override
  public void recordSeen(Map<SessionId, Instant> seen) {
    database.write(
        transaction -> {
          for (Map.Entry<SessionId, Instant> each : seen.entrySet()) {
            transaction.update(
                """
                UPDATE session SET last_seen_at = max(coalesce(last_seen_at, created_at), ?)
                WHERE id = ?
                """,
                each.getValue(),
                each.getKey().value());
          }
          return seen;
        });
  }

  @Override
  public void revoke(SessionId id) {
    database.write(
        transaction -> {
          Optional<Session> ended = transaction.one(BY_ID, AccountRows::session, id.value());
          if (ended.isPresent()) {
            end(transaction, ended.get());
          }
          return ended;
        });
  }

  private static void end(Transaction transaction, Session session) throws SQLException {
    transaction.publish(
        new Change.SessionsEnded(session.accountId(), Optional.of(session.id()), Optional.empty()));
    transaction.update("DELETE FROM session WHERE id = ?", session.id().value());
  }

  @Override
  public void revokeAll(AccountId accountId, Optional<SessionId> keep) {
    database.write(
        transaction -> {
          revokeAll(transaction, accountId, keep);
          return accountId;
        });
  }

  static void revokeAll(Transaction transaction, AccountId accountId, Optional<SessionId> keep)
      throws SQLException {
    transaction.publish(new Change.SessionsEnded(accountId, Optional.empty(), keep));
    transaction.update(
        "DELETE FROM session WHERE account_id = ? AND id <> ?",
        accountId.value(),
        keep.map(SessionId::value).orElse(""));
  }

  @Override
  public int purgeExpired(Instant now) {
    return database.write(
        transaction -> transaction.update("DELETE FROM session WHERE expires_at < ?", now));
  }
}
