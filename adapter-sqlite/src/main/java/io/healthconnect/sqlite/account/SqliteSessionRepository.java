package io.healthconnect.sqlite.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.sqlite.db.Database;
import java.time.Instant;
import java.util.Optional;

/** Sessions in SQLite. */
public final class SqliteSessionRepository implements SessionRepository {
  private static final String BY_ID = "SELECT * FROM session WHERE id = ?";
  private final Database database;

  public SqliteSessionRepository(Database database) {
    this.database = database;
  }

  @Override
  public void add(Session session) {
    database.write(
        step ->
            step.update(
                "INSERT INTO session (id, account_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
                session.id().value(),
                session.accountId().value(),
                session.createdAt(),
                session.expiresAt()));
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return database.read(sql -> sql.one(BY_ID, AccountRows::session, id.value()));
  }

  @Override
  public void revoke(SessionId id) {
    database.write(
        step -> {
          Optional<Session> ended = step.one(BY_ID, AccountRows::session, id.value());
          if (ended.isPresent()) {
            step.tell(
                new Change.SessionsEnded(
                    ended.get().accountId(), Optional.of(id), Optional.empty()));
          }
          return step.update("DELETE FROM session WHERE id = ?", id.value());
        });
  }

  @Override
  public void revokeAll(AccountId accountId, Optional<SessionId> keep) {
    database.write(
        step -> {
          step.tell(new Change.SessionsEnded(accountId, Optional.empty(), keep));
          return step.update(
              "DELETE FROM session WHERE account_id = ? AND id <> ?",
              accountId.value(),
              keep.map(SessionId::value).orElse(""));
        });
  }

  @Override
  public int purgeExpired(Instant now) {
    return database.write(step -> step.update("DELETE FROM session WHERE expires_at < ?", now));
  }
}
