package io.healthconnect.testkit.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallerCard;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Side;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Calls for tests. */
public final class CallFixtures {
  public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  public static final SessionDescription OFFER = new SessionDescription("{\"type\":\"offer\"}");

  public static final CallerCard CARD =
      new CallerCard(new PersonName("Ann Lee"), Optional.of(new MediaId("face")), Role.PATIENT);

  private CallFixtures() {}

  public static DeviceId deviceOf(AccountId account) {
    return new DeviceId("d-" + account.value());
  }

  /** A video call that was started at {@link #NOW} and rings for 45 s. */
  public static RingingCall ringing(
      CallId id, AccountId caller, AccountId callee, Optional<AppointmentId> appointment) {
    CallRecord record = CallRecord.ringing(id, caller, callee, appointment, CallMedia.VIDEO, NOW);
    Side side = Side.calling(caller, deviceOf(caller), OFFER);
    return RingingCall.start(record, CARD, side, NOW.plusSeconds(45), true);
  }

  public static void listen(ChangeFeed feed, Consumer<Signal.Event> listener) {
    feed.subscribe(
        change -> {
          if (change instanceof Change.CallSignalled signalled) {
            listener.accept(signalled.signal().event());
          }
        });
  }

  /** Widens the window of a race, so that a store without a lock fails the test. */
  @SuppressWarnings("ThreadPriorityCheck") // Only a hint; no assertion depends on it.
  static void giveOthersTime() {
    for (int i = 0; i < 50; i++) {
      Thread.yield();
    }
  }

  /** Runs the task on {@code count} threads that start together. */
  static <T> List<T> together(int count, IntFunction<T> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        futures.add(
            threads.submit(
                () -> {
                  go.await();
                  return task.apply(number);
                }));
      }
      go.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
