package io.healthconnect.sqlite.push;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.push.PushEndpoint;
import io.healthconnect.domain.push.PushKeys;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.domain.push.PushSubscriptionId;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Subscriptions in SQLite. Ending a session removes its own by the foreign key. */
public final class SqlitePushSubscriptions implements PushSubscriptionRepository {
  private final Database database;

  public SqlitePushSubscriptions(Database database) {
    this.database = database;
  }

  @Override
  public boolean save(PushSubscription subscription) {
    return database.write(
        transaction -> {
          boolean live =
              transaction.any(
                  "SELECT 1 FROM session WHERE id = ? AND account_id = ?",
                  subscription.session().value(),
                  subscription.account().value());
          if (live) {
            replace(transaction, subscription);
          }
          return live;
        });
  }

  private static void replace(Transaction transaction, PushSubscription subscription)
      throws SQLException {
    String account = subscription.account().value();
    transaction.update("DELETE FROM push_subscription WHERE id = ?", subscription.id().value());
    transaction.update(
        "DELETE FROM push_subscription WHERE session_id = ?", subscription.session().value());
    transaction.update(
        """
        DELETE FROM push_subscription WHERE id IN (
          SELECT id FROM push_subscription WHERE account_id = ?
          ORDER BY created_at DESC, id DESC LIMIT -1 OFFSET ?)
        """,
        account,
        PushSubscription.MOST - 1);
    transaction.update(
        """
        INSERT INTO push_subscription (id, account_id, session_id, endpoint, p256dh, auth, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        subscription.id().value(),
        account,
        subscription.session().value(),
        subscription.endpoint().value().toString(),
        subscription.keys().p256dh(),
        subscription.keys().auth(),
        subscription.createdAt());
  }

  @Override
  public Optional<PushSubscription> find(PushSubscriptionId id) {
    return database.read(
        sql ->
            sql.one(
                "SELECT * FROM push_subscription WHERE id = ?",
                SqlitePushSubscriptions::subscription,
                id.value()));
  }

  @Override
  public List<PushSubscription> list(AccountId account) {
    return database.read(
        sql ->
            sql.list(
                "SELECT * FROM push_subscription WHERE account_id = ? ORDER BY created_at, id",
                SqlitePushSubscriptions::subscription,
                account.value()));
  }

  private static PushSubscription subscription(Row row) throws SQLException {
    return new PushSubscription(
        new AccountId(row.text("account_id")),
        new SessionId(row.text("session_id")),
        PushEndpoint.restore(row.text("endpoint")),
        new PushKeys(row.text("p256dh"), row.text("auth")),
        row.instant("created_at"));
  }

  @Override
  public boolean remove(PushSubscriptionId id) {
    return database.write(
            transaction ->
                transaction.update("DELETE FROM push_subscription WHERE id = ?", id.value()))
        == 1;
  }
}
