package io.healthconnect.security;

import io.healthconnect.domain.account.Requester;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A bounded queue that requesters share. Known requesters and strangers are served alternately, and
 * within each group the requester that was recently served for the shortest time comes first. When
 * the queue is full, a newcomer displaces, within its group, the newest entry of a requester with
 * at least two more entries than it has, or, if it has no entry, of one that was recently served
 * for half a second longer. A known requester displaces an entry of a stranger if there is one. Not
 * thread-safe.
 */
final class FairQueue<T> {
  private static final double CLEARLY_MORE = Duration.ofMillis(500).toNanos();

  private final LongSupplier nanoTime;
  private final DecayingUsage use = new DecayingUsage();
  private final List<Turn<T>> waiting = new ArrayList<>();
  private boolean strangersTurn;

  /**
   * @param nanoTime a monotonic clock
   */
  FairQueue(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** An entry and its requester. */
  record Turn<T>(Requester requester, T entry) {}

  /** Whether an offered entry was taken, and which entry it displaced. */
  record Offer<T>(boolean taken, Optional<T> displaced) {}

  /**
   * @param places how many entries there is room for now
   */
  Offer<T> offer(Requester requester, T entry, int places) {
    Optional<Turn<T>> displaced =
        waiting.size() < places ? Optional.empty() : displacedFor(requester);
    displaced.ifPresent(waiting::remove);
    boolean taken = waiting.size() < places;
    if (taken) {
      waiting.add(new Turn<>(requester, entry));
    }
    return new Offer<>(taken, displaced.map(Turn::entry));
  }

  /** Removes the entry whose turn it is; among equals, the oldest. */
  Optional<Turn<T>> poll() {
    boolean stranger = count(true) == 0 || (strangersTurn && count(false) > 0);
    strangersTurn = !stranger;
    Optional<Turn<T>> next =
        waiting.stream()
            .filter(turn -> turn.requester().known() != stranger)
            .min(Comparator.comparingDouble(turn -> use(turn.requester())));
    next.ifPresent(waiting::remove);
    return next;
  }

  /** Records for how long a requester was served. */
  void served(Requester requester, long nanos) {
    use.add(requester, nanos, nanoTime.getAsLong());
  }

  void remove(T entry) {
    waiting.removeIf(turn -> turn.entry().equals(entry));
  }

  int size() {
    return waiting.size();
  }

  private long count(boolean known) {
    return waiting.stream().filter(turn -> turn.requester().known() == known).count();
  }

  private double use(Requester requester) {
    return use.of(requester, nanoTime.getAsLong());
  }

  private long entries(Requester requester) {
    return waiting.stream().filter(turn -> turn.requester().equals(requester)).count();
  }

  private Optional<Turn<T>> displacedFor(Requester requester) {
    boolean strangerGoes = requester.known() && count(false) > 0;
    long entries = entries(requester);
    double used = use(requester) + CLEARLY_MORE;
    return waiting.stream()
        .filter(turn -> turn.requester().known() == (requester.known() && !strangerGoes))
        .filter(
            turn ->
                strangerGoes
                    || entries(turn.requester()) > entries + 1
                    || (entries == 0 && use(turn.requester()) > used))
        .reduce(this::newestOfMost);
  }

  private Turn<T> newestOfMost(Turn<T> one, Turn<T> later) {
    int byEntries = Long.compare(entries(later.requester()), entries(one.requester()));
    int byUse = Double.compare(use(later.requester()), use(one.requester()));
    return byEntries > 0 || (byEntries == 0 && byUse >= 0) ? later : one;
  }
}
