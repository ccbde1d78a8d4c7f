package io.healthconnect.testkit.call;

import static io.healthconnect.testkit.call.CallFixtures.NOW;
import static io.healthconnect.testkit.call.CallFixtures.OFFER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of the notices of missed calls: each is stored with the end of its call. */
public interface CallNoticeContract {
  AccountId CALLER = new AccountId("d1");
  AccountId CALLEE = new AccountId("p1");
  Instant RUNG_OUT = NOW.plusSeconds(45);

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  /** The calls of that store. */
  LiveCalls calls();

  private List<Notice> told(AccountId account) {
    return stores().notices().list(account, PageRequest.first(10)).items();
  }

  private RingingCall call(String id) {
    People.add(stores(), CALLER.value(), CALLEE.value());
    return CallFixtures.ringing(new CallId(id), CALLER, CALLEE, Optional.empty());
  }

  private CallId ring(String id) {
    RingingCall call = call(id);
    calls().open(call, List.of());
    return call.id();
  }

  @Test
  default void tellsTheCalleeOfACallThatNobodyAnswered() {
    calls().change(ring("c1"), live -> live.expire(RUNG_OUT));
    Notice missed =
        new Notice(
            CALLEE,
            1,
            NoticeKind.MISSED_CALL,
            RUNG_OUT,
            Optional.empty(),
            Optional.empty(),
            Optional.of(CALLER));
    assertEquals(List.of(missed), told(CALLEE));
    assertEquals(List.of(), told(CALLER));
  }

  @Test
  default void tellsTheCalleeOfACallThatDidNotRing() {
    calls().addEnded(EndedCall.unrung(call("c1").record(), EndReason.BUSY, NOW), List.of());
    assertEquals(List.of(NoticeKind.MISSED_CALL), told(CALLEE).stream().map(Notice::kind).toList());
  }

  @Test
  default void tellsNobodyOfACallThatWasAnsweredOrDeclined() {
    CallId answered = ring("c1");
    calls()
        .change(answered, live -> live.answer(CALLEE, CallFixtures.deviceOf(CALLEE), OFFER, NOW));
    calls().change(answered, live -> live.end(CALLER, CallFixtures.deviceOf(CALLER), NOW));
    CallId declined = ring("c2");
    calls()
        .change(
            declined,
            live -> live.reject(CALLEE, CallFixtures.deviceOf(CALLEE), EndReason.DECLINED, NOW));
    assertEquals(2, calls().records(CALLEE, PageRequest.first(10)).items().size());
    assertEquals(List.of(), told(CALLEE));
  }

  @Test
  default void tellsOnceHoweverManyEndTheCall() {
    CallId id = ring("c1");
    Race.of(4, i -> () -> calls().change(id, live -> live.expire(RUNG_OUT)));
    assertEquals(1, told(CALLEE).size());
  }
}
