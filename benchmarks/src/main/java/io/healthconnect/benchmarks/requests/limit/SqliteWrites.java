package io.healthconnect.benchmarks.requests.limit;

import java.sql.SQLException;
import java.util.UUID;

/** The transactions of the server that write. */
final class SqliteWrites {
  private SqliteWrites() {}

  static void contact(Statements sql, String one, String other) throws SQLException {
    sql.run(
        """
        SELECT 1 FROM appointment
        WHERE doctor_id IN (?1, ?2) AND patient_id IN (?1, ?2) AND opens_contact = 1
          AND NOT EXISTS (SELECT 1 FROM account WHERE id IN (?1, ?2) AND erased_at IS NOT NULL)
        LIMIT 1
        """,
        one,
        other);
  }

  static void send(Statements sql, String sender, String receiver, String clientId)
      throws SQLException {
    contact(sql, sender, receiver);
    sql.run("SELECT * FROM message WHERE sender_id = ? AND client_id = ?", sender, clientId);
    boolean ordered = sender.compareTo(receiver) < 0;
    String first = ordered ? sender : receiver;
    String second = ordered ? receiver : sender;
    long seq =
        Long.parseLong(
            sql.run(
                    """
                    INSERT INTO conversation (first_id, second_id, last_seq) VALUES (?, ?, 1)
                    ON CONFLICT (first_id, second_id) DO UPDATE SET last_seq = last_seq + 1
                    RETURNING last_seq
                    """,
                    first,
                    second)
                .get(0));
    long now = System.currentTimeMillis();
    sql.run(
        """
        INSERT INTO message (id, first_id, second_id, seq, sender_id, text, client_id, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        first,
        second,
        seq,
        sender,
        "I feel better since Monday.",
        clientId,
        now);
    show(sql, sender, receiver, seq, now, 0);
    show(sql, receiver, sender, seq, now, 1);
    sql.run(
        "SELECT 1 FROM notice WHERE account_id = ? AND read_at IS NULL AND kind = ?"
            + " AND from_id IS ?",
        receiver,
        "new_message",
        sender);
  }

  private static void show(
      Statements sql, String account, String other, long seq, long at, long unread)
      throws SQLException {
    sql.run(
        """
        INSERT INTO conversation_member (account_id, other_id, last_seq, last_at, unread, read_up_to)
        VALUES (?, ?, ?, ?, ?, 0)
        ON CONFLICT (account_id, other_id) DO UPDATE SET last_seq = excluded.last_seq,
          last_at = excluded.last_at, unread = unread + excluded.unread
        """,
        account,
        other,
        seq,
        at,
        unread);
  }

  static void book(Statements sql, Booking booking) throws SQLException {
    checks(sql, booking);
    long now = System.currentTimeMillis();
    sql.run(
        """
        INSERT INTO appointment (id, doctor_id, patient_id, date, start_time, end_time, time_zone,
          starts_at, ends_at, mode, reason, status, occupying, opens_contact, version)
        VALUES (?, ?, ?, ?, ?, ?, 'UTC', ?, ?, 'video', ?, 'pending', 1, 1, 1)
        """,
        booking.id(),
        booking.doctor(),
        booking.patient(),
        booking.date().toString(),
        booking.startTime().toString(),
        booking.endTime().toString(),
        booking.startsAt(),
        booking.endsAt(),
        booking.reason());
    sql.run(
        """
        INSERT INTO appointment_change (appointment_id, position, from_status, to_status,
          changed_by, changed_at, reason)
        VALUES (?, 0, NULL, 'pending', ?, ?, NULL)
        """,
        booking.id(),
        booking.patient(),
        now);
    sql.run("DELETE FROM hold WHERE patient_id = ?", booking.patient());
    tell(sql, booking, now);
  }

  private static void checks(Statements sql, Booking booking) throws SQLException {
    sql.run("SELECT 1 FROM doctor WHERE id = ? AND listed = 0", booking.doctor());
    sql.run(
        "SELECT ends_at FROM appointment WHERE doctor_id = ? AND occupying = 1 AND starts_at < ?"
            + " AND id <> ? ORDER BY starts_at DESC LIMIT 1",
        booking.doctor(),
        booking.endsAt(),
        booking.id());
    sql.run(
        """
        SELECT 1 FROM hold
        WHERE doctor_id = ? AND starts_at < ? AND ends_at > ? AND expires_at > ? AND patient_id <> ?
        LIMIT 1
        """,
        booking.doctor(),
        booking.endsAt(),
        booking.startsAt(),
        System.currentTimeMillis(),
        booking.patient());
    sql.run(
        "SELECT ends_at FROM appointment WHERE patient_id = ? AND occupying = 1 AND starts_at < ?"
            + " AND id <> ? ORDER BY starts_at DESC LIMIT 1",
        booking.patient(),
        booking.endsAt(),
        booking.id());
    sql.run(
        """
        SELECT count(*) AS everywhere, count(CASE doctor_id WHEN ?2 THEN 1 END) AS with_doctor FROM
          (SELECT doctor_id FROM appointment
           WHERE patient_id = ?1 AND occupying = 1 AND starts_at > ?3 LIMIT ?4)
        """,
        booking.patient(),
        booking.doctor(),
        System.currentTimeMillis(),
        20L);
  }

  private static void tell(Statements sql, Booking booking, long now) throws SQLException {
    long seq =
        Long.parseLong(
            sql.run(
                    """
                    SELECT coalesce((SELECT max(seq) FROM notice WHERE account_id = account.id), 0)
                      + 1 AS next
                    FROM account WHERE id = ? AND erased_at IS NULL
                    """,
                    booking.doctor())
                .get(0));
    sql.run(
        """
        INSERT INTO notice (account_id, seq, kind, at, appointment_id, from_id)
        VALUES (?, ?, 'visit_requested', ?, ?, ?)
        """,
        booking.doctor(),
        seq,
        now,
        booking.id(),
        booking.patient());
    sql.run("SELECT id FROM push_subscription WHERE account_id = ?", booking.doctor());
    sql.run("DELETE FROM notice WHERE account_id = ? AND seq <= ?", booking.doctor(), seq - 500);
    sql.run("DELETE FROM outbox WHERE account_id = ? AND seq <= ?", booking.doctor(), seq - 500);
  }
}
