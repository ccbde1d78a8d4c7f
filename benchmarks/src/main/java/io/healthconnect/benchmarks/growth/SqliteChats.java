package io.healthconnect.benchmarks.growth;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Fills the conversations of the doctor in a SQLite file. */
final class SqliteChats {
  /** How many messages the template has. */
  private static final int BEFORE = 2;

  private static final long MINUTE = 60_000;

  private final SqliteStore store;
  private final Connection connection;
  private final People people;
  private final long now;

  SqliteChats(SqliteStore store, Connection connection, People people, long now) {
    this.store = store;
    this.connection = connection;
    this.people = people;
    this.now = now;
  }

  void fill(Sizes sizes) throws SQLException {
    longOne(sizes.messages());
    String doctor = people.doctor();
    long count = sizes.conversations();
    store.copy(connection, "conversation", "1", count, n -> pair(Ids.of("p", n)));
    store.copy(connection, "message", "seq = 1", count, this::opening);
    store.copy(
        connection,
        "conversation_member",
        "account_id = '" + doctor + "'",
        count,
        n ->
            Map.of(
                "other_id",
                Ids.of("p", n),
                "last_seq",
                1,
                "last_at",
                at(n),
                "unread",
                isUnread(n) ? 1 : 0,
                "read_up_to",
                isUnread(n) ? 0 : 1));
    store.copy(
        connection,
        "conversation_member",
        "account_id = '" + people.patient() + "'",
        count,
        n -> Map.of("account_id", Ids.of("p", n), "last_seq", 1, "last_at", at(n), "unread", 0));
  }

  private void longOne(long count) throws SQLException {
    store.copy(
        connection,
        "message",
        "seq = 1",
        count,
        n -> {
          Map<String, Object> row = new HashMap<>();
          row.put("id", Ids.of("m", n));
          row.put("client_id", Ids.of("c", n));
          row.put("seq", n + 1 + BEFORE);
          row.put("created_at", now - (count - n));
          if (n < count - FilledStore.UNREAD) {
            row.put("read_at", now);
          }
          return row;
        });
    long last = count + BEFORE;
    SqliteStore.run(connection, "UPDATE conversation SET last_seq = " + last);
    SqliteStore.run(
        connection,
        "UPDATE conversation_member SET last_seq = %d, last_at = %d, unread = 0"
            .formatted(last, now));
    SqliteStore.run(
        connection,
        "UPDATE conversation_member SET unread = %d, read_up_to = %d WHERE account_id = '%s'"
            .formatted(FilledStore.UNREAD, last - FilledStore.UNREAD, people.doctor()));
  }

  private Map<String, Object> opening(long n) {
    String patient = Ids.of("p", n);
    Map<String, Object> row = pair(patient);
    row.put("id", Ids.of("o", n));
    row.put("client_id", Ids.of("o", n));
    row.put("sender_id", patient);
    row.put("seq", 1);
    row.put("created_at", at(n));
    if (!isUnread(n)) {
      row.put("read_at", at(n));
    }
    return row;
  }

  private Map<String, Object> pair(String patient) {
    boolean before = patient.compareTo(people.doctor()) < 0;
    Map<String, Object> pair = new HashMap<>();
    pair.put("first_id", before ? patient : people.doctor());
    pair.put("second_id", before ? people.doctor() : patient);
    pair.put("last_seq", 1);
    return pair;
  }

  private long at(long n) {
    return now - (n + 1) * MINUTE;
  }

  private static boolean isUnread(long n) {
    return n % FilledStore.UNREAD_EACH == 0;
  }
}
