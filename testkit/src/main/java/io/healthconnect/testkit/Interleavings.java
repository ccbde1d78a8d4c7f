package io.healthconnect.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * checks that an object shared by threads behaves as if its calls were made one after the
 * other. Two threads make a few random calls at the same time; their results must be those of some
 * order in which a fresh object is called by one thread. The results have to show the state, and
 * the object must not depend on real time.
 *
 * @param <S> the object
 */
public final class Interleavings<S> {
  private static final int CALLS_EACH = 4;
  private static final int SPINS = 1_000;

  private final Supplier<S> fresh;
  private final List<Function<? super S, ?>> calls;

  private Interleavings(Supplier<S> fresh, List<Function<? super S, ?>> calls) {
    this.fresh = fresh;
    this.calls = calls;
  }

  /**
   * @param fresh makes objects that are equal in behaviour
   * @param calls return values that can be compared with {@code equals}
   */
  public static <S> Interleavings<S> of(Supplier<S> fresh, List<Function<? super S, ?>> calls) {
    return new Interleavings<>(fresh, List.copyOf(calls));
  }

  /**
   * @throws AssertionError with the calls and results that no order explains
   */
  public void check(int rounds, long seed) {
    Random random = new Random(seed);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < rounds; round++) {
        check(round, seed, random, threads);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } catch (ExecutionException e) {
      throw new AssertionError("a call failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private void check(int round, long seed, Random random, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Integer> one = program(random);
    List<Integer> other = program(random);
    S shared = fresh.get();
    AtomicInteger awaited = new AtomicInteger(2);
    Future<List<Object>> ofOne = threads.submit(() -> run(shared, one, awaited));
    Future<List<Object>> ofOther = threads.submit(() -> run(shared, other, awaited));
    List<Object> seenByOne = ofOne.get();
    List<Object> seenByOther = ofOther.get();
    if (!isExplained(one, seenByOne, other, seenByOther, new ArrayList<>())) {
      throw new AssertionError(
          "round %d, seed %d: calls %s gave %s, and calls %s beside them %s"
              .formatted(round, seed, one, seenByOne, other, seenByOther));
    }
  }

  private List<Integer> program(Random random) {
    return random.ints(CALLS_EACH, 0, calls.size()).boxed().toList();
  }

  private List<Object> run(S shared, List<Integer> program, AtomicInteger awaited) {
    List<Object> seen = new ArrayList<>();
    // A barrier wakes one thread when the other has long begun.
    awaited.decrementAndGet();
    for (int spins = 0; awaited.get() > 0; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
    for (int call : program) {
      seen.add(calls.get(call).apply(shared));
    }
    return seen;
  }

  /**
   * Whether some order of the rest explains the results.
   *
   * @param turns whose call was next, so far: true for one
   */
  private boolean isExplained(
      List<Integer> one,
      List<Object> seenByOne,
      List<Integer> other,
      List<Object> seenByOther,
      List<Boolean> turns) {
    if (turns.size() == 2 * CALLS_EACH) {
      return true;
    }
    for (boolean turn : new boolean[] {true, false}) {
      if (turns.stream().filter(each -> each == turn).count() < CALLS_EACH) {
        List<Boolean> next = new ArrayList<>(turns);
        next.add(turn);
        if (agrees(one, seenByOne, other, seenByOther, next)
            && isExplained(one, seenByOne, other, seenByOther, next)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a fresh object gives the same results to the first calls in this order. */
  private boolean agrees(
      List<Integer> one,
      List<Object> seenByOne,
      List<Integer> other,
      List<Object> seenByOther,
      List<Boolean> turns) {
    S alone = fresh.get();
    int ofOne = 0;
    int ofOther = 0;
    for (boolean turn : turns) {
      int call = turn ? one.get(ofOne) : other.get(ofOther);
      Object expected = turn ? seenByOne.get(ofOne++) : seenByOther.get(ofOther++);
      if (!calls.get(call).apply(alone).equals(expected)) {
        return false;
      }
    }
    return true;
  }
}
