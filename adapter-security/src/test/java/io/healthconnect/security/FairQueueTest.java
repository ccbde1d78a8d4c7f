package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Requester;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FairQueueTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicLong now = new AtomicLong();
  private final FairQueue<String> queue = new FairQueue<>(now::get);

  private static Requester stranger(String name) {
    return new Requester(name, false);
  }

  private static Requester known(String name) {
    return new Requester(name, true);
  }

  private void fill(Requester requester, int entries) {
    for (int i = 0; i < entries; i++) {
      assertTrue(offer(requester, requester.name() + i).taken());
    }
  }

  private List<String> drained() {
    List<String> entries = new ArrayList<>();
    for (var turn = queue.poll(); turn.isPresent(); turn = queue.poll()) {
      entries.add(turn.get().entry());
    }
    return entries;
  }

  @Test
  void aRequesterWhoFillsTheQueueMakesRoomUpToHalfOfIt() {
    fill(stranger("flood"), 8);
    assertFalse(offer(stranger("flood"), "more").taken());
    for (int i = 0; i < 4; i++) {
      assertEquals(
          new FairQueue.Offer<>(true, Optional.of("flood" + (7 - i))),
          offer(stranger("other"), "other" + i));
    }
    assertFalse(offer(stranger("other"), "other4").taken());
    assertEquals(8, queue.size());
  }

  @Test
  void servesFirstTheRequesterServedLeast() {
    fill(stranger("flood"), 4);
    queue.served(stranger("flood"), SECOND);
    fill(stranger("other"), 2);
    assertEquals(List.of("other0", "other1", "flood0", "flood1", "flood2", "flood3"), drained());
  }

  @Test
  void requestersServedMostMakeRoomForOneServedLess() {
    for (int i = 0; i < 8; i++) {
      queue.served(known("slow" + i), SECOND * (i == 3 ? 5 : 2));
      assertTrue(offer(known("slow" + i), "slow" + i).taken());
    }
    assertEquals(
        new FairQueue.Offer<>(true, Optional.of("slow3")), offer(known("honest"), "honest"));
    assertFalse(offer(known("slow3"), "again").taken());
    assertEquals("honest", queue.poll().orElseThrow().entry());
  }

  /** Each of the four has two images waiting at any time, and each image takes two seconds. */
  @Test
  void fourSlowUploadersLeaveAnHonestOneItsTurnEachTime() {
    serveSlow(4);
    for (int i = 0; i < 11; i++) {
      refill();
      assertTrue(queue.offer(known("honest"), "honest" + i, 4).taken(), "image " + i);
      assertEquals("honest" + i, queue.poll().orElseThrow().entry());
      queue.served(known("honest"), SECOND / 20);
      serveSlow(3);
    }
  }

  private void serveSlow(int times) {
    for (int i = 0; i < times; i++) {
      refill();
      Requester slow = queue.poll().orElseThrow().requester();
      now.addAndGet(2 * SECOND);
      queue.served(slow, 2 * SECOND);
    }
  }

  private void refill() {
    for (int i = 0; i < 8; i++) {
      queue.offer(known("slow" + i / 2), "slow" + i, 4);
    }
  }

  @Test
  void usageIsForgottenOverTime() {
    for (int i = 0; i < 8; i++) {
      queue.served(known("slow" + i), SECOND);
      assertTrue(offer(known("slow" + i), "slow" + i).taken());
    }
    now.addAndGet(Duration.ofMinutes(2).toNanos());
    assertFalse(offer(known("honest"), "honest").taken());
  }

  @Test
  void knownRequestersFindRoomAmongStrangersAndTakeTurnsWithThem() {
    for (int i = 0; i < 8; i++) {
      assertTrue(offer(stranger("bot" + i), "bot" + i).taken());
    }
    assertTrue(offer(known("ann"), "ann").taken());
    assertTrue(offer(known("bob"), "bob").taken());
    assertFalse(offer(stranger("bot9"), "bot9").taken());
    assertEquals(List.of("ann", "bot0", "bob", "bot1"), drained().subList(0, 4));
  }

  @Test
  void removedEntriesFreeTheirSpace() {
    fill(stranger("flood"), 8);
    queue.remove("flood3");
    assertEquals(7, queue.size());
    assertEquals(
        new FairQueue.Offer<String>(true, Optional.empty()), offer(stranger("flood"), "again"));
  }

  private FairQueue.Offer<String> offer(Requester requester, String entry) {
    return queue.offer(requester, entry, 8);
  }
}
