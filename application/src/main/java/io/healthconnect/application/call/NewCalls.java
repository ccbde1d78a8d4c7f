package io.healthconnect.application.call;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.RingingCall;
import java.time.Clock;
import java.time.Instant;

/** Makes calls: identifier, start and ring time. */
record NewCalls(CallRules timings, Clock clock, IdGenerator ids) {

  RingingCall make(StartCall.Command command, boolean calleeOnline) {
    Instant now = now();
    CallRecord record =
        CallRecord.ringing(
            new CallId(ids.next()),
            command.caller(),
            command.callee(),
            command.appointment(),
            command.media(),
            now);
    return RingingCall.start(
        record, command.device(), command.offer(), now.plus(timings.ring()), calleeOnline);
  }

  Instant now() {
    return clock.instant();
  }
}
