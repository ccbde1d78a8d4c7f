package io.healthconnect.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallState;
import io.healthconnect.domain.call.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallNoticesTest {
  private static final AccountId CALLER = new AccountId("d1");
  private static final AccountId CALLEE = new AccountId("p1");
  private static final AppointmentId VISIT = new AppointmentId("v1");
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant END = START.plusSeconds(45);
  private static final Set<EndReason> TOLD =
      Set.of(EndReason.BUSY, EndReason.OFFLINE, EndReason.UNANSWERED, EndReason.CANCELLED);

  private static CallRecord ended(EndReason reason, Optional<Instant> answeredAt) {
    return new CallRecord(
        new CallId("c"),
        CALLER,
        CALLEE,
        Optional.of(VISIT),
        CallMedia.VIDEO,
        CallState.ENDED,
        START,
        answeredAt,
        Optional.of(END),
        Optional.of(reason));
  }

  @Test
  void aCallThatNobodyAnsweredIsNewsToTheCallee() {
    assertEquals(
        List.of(
            new NoticeDraft(
                CALLEE, NoticeKind.MISSED_CALL, END, Optional.of(VISIT), Optional.of(CALLER))),
        CallNotices.ofEnd(ended(EndReason.UNANSWERED, Optional.empty())));
  }

  @ParameterizedTest
  @EnumSource(EndReason.class)
  void onlyWhatTheCalleeDoesNotKnowIsNews(EndReason reason) {
    boolean answeredAtFirst = reason == EndReason.HANGUP || reason == EndReason.LOST;
    Optional<Instant> answeredAt =
        answeredAtFirst ? Optional.of(START.plusSeconds(5)) : Optional.empty();
    assertEquals(
        TOLD.contains(reason) ? 1 : 0, CallNotices.ofEnd(ended(reason, answeredAt)).size());
  }
}
