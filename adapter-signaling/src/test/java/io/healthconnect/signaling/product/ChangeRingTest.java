package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.signaling.sending.Stamp;
import io.healthconnect.signaling.sending.Stamp.Lane;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeRingTest {
  private static final int STEPS = 20_000;
  private static final int SEED = 7;
  private static final int ACCOUNTS = 5;

  private final ChangeRing ring = new ChangeRing();
  private final Random random = new Random(SEED);

  private record Added(
      long number, AccountId account, Stamp stamp, Change change, long time, long previous) {}

  @Test
  void givesBackWhatWasAddedAsItGrowsShrinksAndWraps() {
    Deque<Added> expected = new ArrayDeque<>();
    Map<AccountId, Long> newest = new HashMap<>();
    for (int i = 0; i < STEPS; i++) {
      // It first grows to some thousand changes and then shrinks again, twice.
      boolean grows = i % (STEPS / 2) < STEPS / 4;
      if (expected.isEmpty() || random.nextInt(10) < (grows ? 9 : 2)) {
        AccountId account = new AccountId("account-" + random.nextInt(ACCOUNTS));
        Stamp stamp = new Stamp(random.nextBoolean() ? Lane.DIRECT : Lane.LOOKED_UP, i);
        long previous = newest.getOrDefault(account, ChangeRing.NONE);
        Change change = random.nextInt(10) == 0 ? typing(account) : candidate(account);
        long number = ring.add(account, stamp, change, 2L * i, previous);
        newest.put(account, number);
        expected.add(new Added(number, account, stamp, change, 2L * i, previous));
      } else {
        expected.remove();
        ring.removeFirst();
      }
      if (i % 500 == 0) {
        check(expected);
      }
    }
    check(expected);
    ring.clear();
    assertTrue(ring.isEmpty());
    assertEquals(0, ring.bytes());
  }

  @Test
  void countsNoLessThanTheTextsItKeeps() {
    long texts = 0;
    AccountId account = new AccountId("account");
    for (int i = 0; i < 1_000; i++) {
      Change change = candidate(account);
      texts += text(change).length();
      ring.add(account, new Stamp(Lane.DIRECT, i), change, i, i - 1L);
    }
    assertTrue(ring.bytes() >= texts);
  }

  @Test
  void keepsOtherChangesAsTheyAre() {
    AccountId account = new AccountId("account");
    Change typing = typing(account);
    long number = ring.add(account, new Stamp(Lane.DIRECT, 1), typing, 1, ChangeRing.NONE);
    assertSame(typing, ring.change(number));
  }

  private void check(Deque<Added> expected) {
    assertEquals(expected.isEmpty(), ring.isEmpty());
    for (Added one : expected) {
      assertEquals(one.account(), ring.account(one.number()));
      assertEquals(one.stamp(), ring.stamp(one.number()));
      assertEquals(one.change(), ring.change(one.number()));
      assertEquals(one.time(), ring.time(one.number()));
      long previous =
          one.previous() < expected.element().number() ? ChangeRing.NONE : one.previous();
      assertEquals(previous, ring.previous(one.number()));
    }
  }

  private Change candidate(AccountId to) {
    Signal.Devices devices =
        random.nextBoolean() ? new Signal.All() : new Signal.Only(new DeviceId("device"));
    String text = "{\"é\":\"" + "ü1".repeat(random.nextInt(500)) + "\"}";
    return new Change.CallSignalled(
        new Signal(
            to,
            devices,
            new Signal.CandidateSent(
                new CallId("call-" + random.nextInt(2)),
                new AccountId("peer"),
                new Candidate(text))));
  }

  private static Change typing(AccountId account) {
    return new Change.Typing(account, new AccountId("other"));
  }

  private static String text(Change change) {
    Signal.CandidateSent sent =
        (Signal.CandidateSent) ((Change.CallSignalled) change).signal().event();
    return sent.candidate().json();
  }
}
