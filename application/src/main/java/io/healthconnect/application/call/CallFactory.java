package io.healthconnect.application.call;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallerCard;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Side;
import java.time.Clock;
import java.time.Instant;

/** Creates calls: identifier, start and ring time. */
record CallFactory(CallRules rules, Clock clock, IdGenerator ids) {

  RingingCall ringing(StartCall.Command command, CallerCard card, boolean calleeOnline) {
    Instant now = now();
    CallRecord record =
        CallRecord.ringing(
            new CallId(ids.next()),
            command.caller(),
            command.callee(),
            command.appointment(),
            command.media(),
            now);
    Side caller = Side.calling(command.caller(), command.device(), command.offer());
    return RingingCall.start(record, card, caller, now.plus(rules.ring()), calleeOnline);
  }

  Instant now() {
    return clock.instant();
  }
}
