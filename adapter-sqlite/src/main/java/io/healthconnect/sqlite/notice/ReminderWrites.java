package io.healthconnect.sqlite.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.domain.notice.Reminders;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes reminders, as part of the transaction whose change they follow. */
public final class ReminderWrites {
  static final String DUE =
      """
      SELECT appointment_id, account_id FROM reminder WHERE due_at <= ?
      ORDER BY due_at, appointment_id, account_id LIMIT ?
      """;

  static final String OF_PATIENT =
      "SELECT id, starts_at FROM appointment"
          + " WHERE patient_id = ? AND starts_at > ? AND status = 'scheduled'";
  static final String OF_DOCTOR =
      "SELECT id, starts_at FROM appointment"
          + " WHERE doctor_id = ? AND starts_at > ? AND status = 'scheduled'";

  private ReminderWrites() {}

  /** Adds the reminders of a new appointment. */
  public static void ofBooking(Transaction transaction, Appointment booked) throws SQLException {
    Instant startsAt = booked.time().slot().startsAt();
    Instant now = booked.history().last().at();
    for (Map.Entry<AccountId, Role> person : Reminders.people(booked).entrySet()) {
      NoticeSettings settings = SettingsRows.of(transaction, person.getKey(), person.getValue());
      add(transaction, booked.id(), person.getKey(), Reminders.dueTimes(startsAt, settings, now));
    }
  }

  /** Replaces the reminders of an appointment if the change moves them. */
  public static void ofChange(Transaction transaction, Appointment before, Appointment after)
      throws SQLException {
    if (Reminders.areMovedBy(before, after)) {
      transaction.update("DELETE FROM reminder WHERE appointment_id = ?", after.id().value());
      ofBooking(transaction, after);
    }
  }

  static void add(
      Transaction transaction, AppointmentId appointment, AccountId to, List<Instant> dueTimes)
      throws SQLException {
    for (Instant due : dueTimes) {
      transaction.update(
          "INSERT INTO reminder (appointment_id, account_id, due_at) VALUES (?, ?, ?)",
          appointment.value(),
          to.value(),
          due);
    }
  }

  /** Replaces all reminders of a person. */
  static void replaceAll(
      Transaction transaction, AccountId account, Role role, NoticeSettings settings, Instant now)
      throws SQLException {
    removeAll(transaction, account);
    List<Map.Entry<AppointmentId, Instant>> confirmed =
        transaction.list(
            role == Role.DOCTOR ? OF_DOCTOR : OF_PATIENT,
            row -> Map.entry(new AppointmentId(row.text("id")), row.instant("starts_at")),
            account.value(),
            now);
    for (Map.Entry<AppointmentId, Instant> each : confirmed) {
      List<Instant> dueTimes = Reminders.dueTimes(each.getValue(), settings, now);
      add(transaction, each.getKey(), account, dueTimes);
    }
  }

  static void removeAll(Transaction transaction, AccountId account) throws SQLException {
    transaction.update("DELETE FROM reminder WHERE account_id = ?", account.value());
  }

  /** Of one person, of one appointment. */
  record Due(AppointmentId appointment, AccountId to) {}

  static List<Due> due(Sql sql, Instant now, int most) throws SQLException {
    return sql
        .list(
            DUE,
            row ->
                new Due(
                    new AppointmentId(row.text("appointment_id")),
                    new AccountId(row.text("account_id"))),
            now,
            most)
        .stream()
        .distinct()
        .toList();
  }

  /**
   * Removes reminders that are due, and tells the person unless it is too late.
   *
   * @return how many were removed
   */
  static int remind(Transaction transaction, Due due, Instant now) throws SQLException {
    int removed =
        transaction.update(
            "DELETE FROM reminder WHERE appointment_id = ? AND account_id = ? AND due_at <= ?",
            due.appointment().value(),
            due.to().value(),
            now);
    boolean useful =
        transaction.any(
            "SELECT 1 FROM appointment WHERE id = ? AND status = 'scheduled' AND starts_at > ?",
            due.appointment().value(),
            now);
    if (removed > 0 && useful) {
      NoticeWrites.add(transaction, List.of(Reminders.notice(due.to(), due.appointment(), now)));
    }
    return removed;
  }
}
