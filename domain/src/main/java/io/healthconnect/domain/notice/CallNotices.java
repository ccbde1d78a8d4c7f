package io.healthconnect.domain.notice;

import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides which ended calls are news: to the callee, those that were neither answered nor declined.
 */
public final class CallNotices {
  private CallNotices() {}

  /** The notices of a call that has ended. */
  public static List<NoticeDraft> ofEnd(CallRecord ended) {
    boolean missed =
        ended.answeredAt().isEmpty()
            && ended.endReason().filter(reason -> reason != EndReason.DECLINED).isPresent();
    return missed
        ? ended.endedAt().map(at -> List.of(missed(ended, at))).orElseGet(List::of)
        : List.of();
  }

  private static NoticeDraft missed(CallRecord call, Instant at) {
    return new NoticeDraft(
        call.callee(), NoticeKind.MISSED_CALL, at, call.appointment(), Optional.of(call.caller()));
  }
}
