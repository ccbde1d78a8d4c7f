package io.healthconnect.sqlite.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallState;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.sqlite.db.Step;
import java.sql.SQLException;
import java.util.List;

/** Writes what lasts of calls; every method is a part of a step. */
final class CallWrites {
  private CallWrites() {}

  static void add(Step step, CallRecord call) throws SQLException {
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
    if (call.state() == CallState.ENDED) {
      log(step, call);
    } else {
      for (AccountId person : List.of(call.caller(), call.callee())) {
        step.update(
            "INSERT INTO live_call (account_id, call_id) VALUES (?, ?)",
            person.value(),
            call.id().value());
      }
    }
  }

  static void change(Step step, CallRecord call) throws SQLException {
    step.update(
        """
        UPDATE call_record SET state = ?, answered_at = ?, ended_at = ?, end_reason = ? WHERE id = ?
        """,
        call.state().code(),
        call.answeredAt(),
        call.endedAt(),
        call.endReason().map(EndReason::code),
        call.id().value());
    if (call.state() == CallState.ENDED) {
      step.update("DELETE FROM live_call WHERE call_id = ?", call.id().value());
      log(step, call);
    }
  }

  /**
   * Ends the calls that an earlier run left live. When they were lost is unknown: they end when
   * they were last heard of.
   */
  static int endLost(Step step) throws SQLException {
    step.update(
        """
        UPDATE call_record SET state = 'ended', end_reason = 'lost',
          ended_at = coalesce(answered_at, started_at)
        WHERE id IN (SELECT call_id FROM live_call)
        """);
    step.update(
        """
        INSERT INTO call_log (account_id, started_at, call_id)
        SELECT account_id, started_at, call_id
        FROM live_call JOIN call_record ON call_record.id = call_id
        """);
    return step.update("DELETE FROM live_call");
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
