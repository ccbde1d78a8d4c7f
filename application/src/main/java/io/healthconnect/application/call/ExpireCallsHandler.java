package io.healthconnect.application.call;

import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.LiveCalls;
import java.time.Clock;
import java.time.Instant;

final class ExpireCallsHandler implements ExpireCalls {
  private final LiveCalls calls;
  private final Clock clock;

  ExpireCallsHandler(LiveCalls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public int expireCalls() {
    Instant now = clock.instant();
    int ended = 0;
    for (CallId id : calls.due(now)) {
      if (calls.change(id, call -> call.expire(now)).orElse(false)) {
        ended++;
      }
    }
    return ended;
  }
}
