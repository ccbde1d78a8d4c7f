package io.healthconnect.sqlite.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallSnapshot;
import io.healthconnect.domain.call.CallerCard;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.notice.CallNotices;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.notice.NoticeWrites;
import java.sql.SQLException;
import java.util.List;

/** Writes the durable part of calls. Every method runs as part of a transaction. */
final class CallWrites {
  private CallWrites() {}

  static void addEnded(Transaction transaction, EndedCall call) throws SQLException {
    addRecord(transaction, call.record());
    logEnd(transaction, call.record());
  }

  static void addLive(Transaction transaction, CallSnapshot call) throws SQLException {
    CallRecord record = call.record();
    addRecord(transaction, record);
    for (AccountId person : List.of(record.caller(), record.callee())) {
      transaction.update(
          "INSERT INTO live_call (account_id, call_id) VALUES (?, ?)",
          person.value(),
          record.id().value());
    }
    transaction.update(
        """
        INSERT INTO kept_call (caller_description, callee_description, ring_until, rung, caller_name,
          caller_avatar, caller_role, call_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        kept(call));
  }

  static void change(Transaction transaction, CallSnapshot call) throws SQLException {
    changeRecord(transaction, call.record());
    transaction.update(
        """
        UPDATE kept_call SET caller_description = ?, callee_description = ?, ring_until = ?, rung = ?,
          caller_name = ?, caller_avatar = ?, caller_role = ?
        WHERE call_id = ?
        """,
        kept(call));
  }

  static void end(Transaction transaction, EndedCall call) throws SQLException {
    changeRecord(transaction, call.record());
    transaction.update("DELETE FROM kept_call WHERE call_id = ?", call.id().value());
    transaction.update("DELETE FROM live_call WHERE call_id = ?", call.id().value());
    logEnd(transaction, call.record());
  }

  /** Ends a call that cannot be read. */
  static int giveUp(Transaction transaction, String id) throws SQLException {
    transaction.update("DELETE FROM kept_call WHERE call_id = ?", id);
    transaction.update("DELETE FROM live_call WHERE call_id = ?", id);
    return transaction.update(
        """
        UPDATE call_record SET state = 'ended', end_reason = 'lost',
          ended_at = coalesce(answered_at, started_at)
        WHERE id = ?
        """,
        id);
  }

  /** Removes records of a person, with their lines in the lists of both people. */
  static int removeEnded(Transaction transaction, AccountId person, int limit) throws SQLException {
    List<String> ids =
        transaction.list(
            "SELECT call_id FROM call_log WHERE account_id = ? LIMIT ?",
            row -> row.text("call_id"),
            person.value(),
            limit);
    for (String id : ids) {
      transaction.update("DELETE FROM call_log WHERE call_id = ?", id);
      transaction.update("DELETE FROM call_record WHERE id = ?", id);
    }
    return ids.size();
  }

  private static Object[] kept(CallSnapshot call) {
    return new Object[] {
      call.caller().json(),
      call.callee().map(SessionDescription::json),
      call.ringUntil(),
      call.rung(),
      call.card().map(card -> card.name().value()),
      call.card().flatMap(CallerCard::avatar).map(MediaId::value),
      call.card().map(card -> card.role().code()),
      call.record().id().value()
    };
  }

  private static void addRecord(Transaction transaction, CallRecord call) throws SQLException {
    transaction.update(
        """
        INSERT INTO call_record (id, caller_id, callee_id, appointment_id, media, state, started_at,
          answered_at, ended_at, end_reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        call.id().value(),
        call.caller().value(),
        call.callee().value(),
        call.appointment().map(AppointmentId::value),
        call.media().code(),
        call.state().code(),
        call.startedAt(),
        call.answeredAt(),
        call.endedAt(),
        call.endReason().map(EndReason::code));
  }

  private static void changeRecord(Transaction transaction, CallRecord call) throws SQLException {
    transaction.update(
        """
        UPDATE call_record SET state = ?, answered_at = ?, ended_at = ?, end_reason = ? WHERE id = ?
        """,
        call.state().code(),
        call.answeredAt(),
        call.endedAt(),
        call.endReason().map(EndReason::code),
        call.id().value());
  }

  private static void logEnd(Transaction transaction, CallRecord call) throws SQLException {
    for (AccountId person : List.of(call.caller(), call.callee())) {
      transaction.update(
          "INSERT INTO call_log (account_id, started_at, call_id) VALUES (?, ?, ?)",
          person.value(),
          call.startedAt(),
          call.id().value());
    }
    NoticeWrites.add(transaction, CallNotices.ofEnd(call));
  }
}
