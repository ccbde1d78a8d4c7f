package io.healthconnect.sqlite.push;

import io.healthconnect.domain.push.VapidKeyPair;
import io.healthconnect.domain.push.VapidKeys;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** The key pair in SQLite. */
public final class SqliteVapidKeys implements VapidKeys {
  private final Database database;

  public SqliteVapidKeys(Database database) {
    this.database = database;
  }

  @Override
  public VapidKeyPair findOrStore(Supplier<VapidKeyPair> made) {
    return database
        .read(SqliteVapidKeys::stored)
        .orElseGet(
            () -> {
              VapidKeyPair pair = made.get();
              return database.write(
                  transaction -> {
                    transaction.update(
                        """
                        INSERT INTO vapid_key (id, private_key, public_key) VALUES (1, ?, ?)
                        ON CONFLICT (id) DO NOTHING
                        """,
                        pair.privateKey(),
                        pair.publicKey());
                    return stored(transaction).orElseThrow();
                  });
            });
  }

  private static Optional<VapidKeyPair> stored(Sql sql) throws SQLException {
    return sql.one(
        "SELECT private_key, public_key FROM vapid_key WHERE id = 1",
        row -> new VapidKeyPair(row.text("private_key"), row.text("public_key")));
  }
}
