package io.healthconnect.sqlite.outbox;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.domain.outbox.AccountMailKind;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.domain.outbox.QueuedAccountMail;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The wishes for mails about access to accounts in SQLite. */
public final class SqliteAccountMailQueue implements AccountMailQueue {
  /** No other try has begun, and nobody has asked again. */
  private static final String HELD =
      " WHERE id = ? AND tries = ? AND asked_at = ? AND due_at IS NOT NULL";

  private final Database database;

  public SqliteAccountMailQueue(Database database) {
    this.database = database;
  }

  @Override
  public boolean isServed() {
    return database.keepsOutbox();
  }

  @Override
  public void ask(AccountMail mail) {
    database.write(transaction -> AccountMailWrites.ask(transaction, mail));
  }

  /** Looks first: nothing is written while nothing is due. */
  @Override
  public Optional<QueuedAccountMail> take(Instant now, Instant until) {
    boolean due =
        database.read(
            sql ->
                sql.any(
                    "SELECT 1 FROM account_mail WHERE due_at <= ? ORDER BY due_at LIMIT 1", now));
    return due ? database.write(transaction -> take(transaction, now, until)) : Optional.empty();
  }

  private static Optional<QueuedAccountMail> take(
      Transaction transaction, Instant now, Instant until) throws SQLException {
    Optional<String> next =
        transaction.one(
            "SELECT id FROM account_mail WHERE due_at <= ? ORDER BY due_at, id LIMIT 1",
            row -> row.text("id"),
            now);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    transaction.update(
        "UPDATE account_mail SET due_at = ?, tries = tries + 1 WHERE id = ?", until, next.get());
    // One that cannot be read is logged, and is not in the way of the others.
    return transaction
        .one(
            "SELECT * FROM account_mail WHERE id = ?",
            row -> row.readable(SqliteAccountMailQueue::queued),
            next.get())
        .flatMap(mail -> mail);
  }

  private static QueuedAccountMail queued(Row row) throws SQLException {
    AccountMail mail =
        new AccountMail(
            AccountMailKind.restore(row.text("kind")),
            new Email(row.text("email")),
            row.optionalText("account_id").map(AccountId::new),
            row.instant("asked_at"));
    return new QueuedAccountMail(mail, row.smallNumber("tries"));
  }

  @Override
  public boolean end(QueuedAccountMail taken) {
    return change(
        "UPDATE account_mail SET due_at = NULL" + HELD,
        taken.mail().id(),
        taken.tries(),
        taken.mail().askedAt());
  }

  @Override
  public boolean postpone(QueuedAccountMail taken, Instant dueAt) {
    return change(
        "UPDATE account_mail SET due_at = ?" + HELD,
        dueAt,
        taken.mail().id(),
        taken.tries(),
        taken.mail().askedAt());
  }

  private boolean change(String statement, Object... values) {
    return database.write(transaction -> transaction.update(statement, values)) == 1;
  }

  @Override
  public OutboxState state() {
    return database
        .read(
            sql ->
                sql.one(
                    "SELECT count(*) AS waiting, min(asked_at) AS oldest FROM account_mail"
                        + " WHERE due_at >= ?",
                    row ->
                        new OutboxState(
                            row.smallNumber("waiting"), row.optionalInstant("oldest"), 0),
                    Instant.EPOCH))
        .orElseThrow();
  }

  @Override
  public int purge(Instant now) {
    return database.write(
        transaction -> transaction.update("DELETE FROM account_mail WHERE expires_at < ?", now));
  }
}
