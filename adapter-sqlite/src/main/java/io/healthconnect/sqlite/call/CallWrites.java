package io.healthconnect.sqlite.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.KeptCall;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.sqlite.db.Step;
import java.sql.SQLException;
import java.util.List;

/** Writes what lasts of calls; every method is a part of a step. */
final class CallWrites {
  private CallWrites() {}

  static void addEnded(Step step, EndedCall call) throws SQLException {
    addRecord(step, call.record());
    log(step, call.record());
  }

  static void addLive(Step step, KeptCall call) throws SQLException {
    CallRecord record = call.record();
    addRecord(step, record);
    for (AccountId person : List.of(record.caller(), record.callee())) {
      step.update(
          "INSERT INTO live_call (account_id, call_id) VALUES (?, ?)",
          person.value(),
          record.id().value());
    }
    step.update(
        """
        INSERT INTO kept_call (caller_description, callee_description, ring_until, rung, call_id)
        VALUES (?, ?, ?, ?, ?)
        """,
        kept(call));
  }

  static void change(Step step, KeptCall call) throws SQLException {
    changeRecord(step, call.record());
    step.update(
        """
        UPDATE kept_call SET caller_description = ?, callee_description = ?, ring_until = ?, rung = ?
        WHERE call_id = ?
        """,
        kept(call));
  }

  static void end(Step step, EndedCall call) throws SQLException {
    changeRecord(step, call.record());
    step.update("DELETE FROM kept_call WHERE call_id = ?", call.id().value());
    step.update("DELETE FROM live_call WHERE call_id = ?", call.id().value());
    log(step, call.record());
  }

  private static Object[] kept(KeptCall call) {
    return new Object[] {
      call.caller().json(),
      call.callee().map(SessionDescription::json),
      call.ringUntil(),
      call.rung(),
      call.record().id().value()
    };
  }

  private static void addRecord(Step step, CallRecord call) throws SQLException {
    step.update(
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

  private static void changeRecord(Step step, CallRecord call) throws SQLException {
    step.update(
        """
        UPDATE call_record SET state = ?, answered_at = ?, ended_at = ?, end_reason = ? WHERE id = ?
        """,
        call.state().code(),
        call.answeredAt(),
        call.endedAt(),
        call.endReason().map(EndReason::code),
        call.id().value());
  }

  private static void log(Step step, CallRecord call) throws SQLException {
    for (AccountId person : List.of(call.caller(), call.callee())) {
      step.update(
          "INSERT INTO call_log (account_id, started_at, call_id) VALUES (?, ?, ?)",
          person.value(),
          call.startedAt(),
          call.id().value());
    }
  }
}
