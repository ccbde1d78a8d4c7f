package io.healthconnect.mongo.db;

import com.mongodb.MongoOperationTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The time that the operations of one request may take together. It is less than what a single
 * operation that belongs to no request may take, so that the reply can still be there soon after
 * that: when the database stops answering, many requests end in the same moment. What else the
 * request does, such as reading its body, does not count.
 */
final class RequestTime {
  /** The operations of a request, while a primary does not answer, and its reply: at most 6 s. */
  static final long REQUEST_MILLIS = 4_500;

  private static final class Budget {
    private long left = TimeUnit.MILLISECONDS.toNanos(REQUEST_MILLIS);
    private long since;
    private boolean running;
  }

  private final ThreadLocal<@Nullable Budget> budgets = new ThreadLocal<>();
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  RequestTime(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Does the work of a request on this thread; within a request, the work belongs to that one. */
  <T> T request(Supplier<T> work) {
    return budgets.get() == null ? with(new Budget(), work) : work.get();
  }

  /** Does work to which the time of the request does not apply. */
  <T> T apart(Supplier<T> work) {
    return with(null, work);
  }

  private <T> T with(@Nullable Budget budget, Supplier<T> work) {
    Budget outer = budgets.get();
    budgets.set(budget);
    try {
      return work.get();
    } finally {
      if (outer == null) {
        budgets.remove();
      } else {
        budgets.set(outer);
      }
    }
  }

  /** Does work that consists of operations, in the time of the request if there is one. */
  <T> T spend(Supplier<T> operations) {
    Budget budget = budgets.get();
    if (budget == null || budget.running) {
      return operations.get();
    }
    budget.running = true;
    budget.since = nanoTime.getAsLong();
    try {
      return operations.get();
    } finally {
      budget.left -= nanoTime.getAsLong() - budget.since;
      budget.running = false;
    }
  }

  /** Does not count some of the time since the operations under way began. */
  void forgive(long nanos) {
    Budget budget = budgets.get();
    if (budget != null && budget.running) {
      budget.since += nanos;
    }
  }

  /** Whether this thread does the work of a request. */
  boolean applies() {
    return budgets.get() != null;
  }

  /**
   * How long the next operation may take.
   *
   * @throws MongoOperationTimeoutException if the request has no time left: nothing may be sent
   */
  long nanosLeft() {
    Budget budget = budgets.get();
    if (budget == null) {
      return TimeUnit.MILLISECONDS.toNanos(MongoConnection.DEADLINE_MILLIS);
    }
    long left = budget.running ? budget.left - (nanoTime.getAsLong() - budget.since) : budget.left;
    if (left <= 0) {
      throw new MongoOperationTimeoutException("the earlier operations took the request's time");
    }
    return left;
  }

  /** Like {@link #nanosLeft}, at least 1: the driver takes 0 for no limit. */
  long millisLeft() {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanosLeft()));
  }
}
