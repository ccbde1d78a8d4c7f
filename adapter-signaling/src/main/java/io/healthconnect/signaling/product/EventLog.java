package io.healthconnect.signaling.product;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.sending.Offset;
import io.healthconnect.signaling.sending.Stamp;
import io.healthconnect.signaling.sending.Stamp.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recent changes that people's devices are told of, by account, in the order of their
 * positions. It is bounded in bytes and in time, and knows since when it is complete. Thread-safe.
 */
final class EventLog {
  /** A change that was told to an account. */
  record Entry(Stamp stamp, Change change) {}

  /** The entries of one account. */
  private static final class Chain {
    /** The number of the newest entry. */
    private long newest = ChangeRing.NONE;

    /** The last position in the direct lane. */
    private long direct;
  }

  private final Timers timers;
  private final long maxBytes;
  private final long keepNanos;

  // Guarded by this, like all below.
  private final ChangeRing ring = new ChangeRing();
  private final Map<AccountId, Chain> chains = new HashMap<>();

  /** The highest position in the direct lane, and the highest one below it. */
  private long last;

  private long beforeLast;
  private long lookedUp;

  /** Every change after this offset is here, and every one that was added since this time. */
  private Offset completeAfter;

  private long completeSince;

  /**
   * @param settled the position up to which changes were told before the log began
   * @param keep how long entries are kept
   */
  EventLog(Timers timers, long maxBytes, Duration keep, long settled) {
    this.timers = timers;
    this.maxBytes = maxBytes;
    this.keepNanos = keep.toNanos();
    this.completeAfter = new Offset(settled, settled);
    this.completeSince = timers.nanoTime();
  }

  synchronized void add(AccountId account, Stamp stamp, Change change) {
    long now = timers.nanoTime();
    reached(stamp);
    Chain chain = chains.computeIfAbsent(account, any -> new Chain());
    chain.newest = ring.add(account, stamp, change, now, chain.newest);
    if (stamp.lane() == Lane.DIRECT) {
      chain.direct = stamp.position();
    }
    trim(now);
  }

  /** A change was told that no client needs again; what comes later has a higher position. */
  synchronized void pass(Stamp stamp) {
    reached(stamp);
  }

  private void reached(Stamp stamp) {
    long position = stamp.position();
    if (stamp.lane() == Lane.LOOKED_UP) {
      lookedUp = Math.max(lookedUp, position);
    } else if (position > last) {
      beforeLast = last;
      last = position;
    } else if (position < last) {
      beforeLast = Math.max(beforeLast, position);
    }
  }

  /**
   * The last position of the account. The change at the highest position may still be on its way to
   * other accounts.
   *
   * @param settled the position up to which all changes were told
   */
  synchronized Offset now(AccountId account, long settled) {
    Chain chain = chains.get(account);
    long own = chain == null ? 0 : chain.direct;
    return new Offset(Math.max(own, Math.max(beforeLast, settled)), Math.max(lookedUp, settled));
  }

  /**
   * What an account was told after an offset.
   *
   * @param received when the client is known to have had all that was sent before, by the timers
   * @return empty if something may be missing
   */
  synchronized Optional<List<Entry>> after(
      AccountId account, Offset from, Offset upTo, long received) {
    trim(timers.nanoTime());
    boolean known =
        from.direct() >= completeAfter.direct() && from.lookedUp() >= completeAfter.lookedUp();
    boolean possible = from.direct() <= upTo.direct() && from.lookedUp() <= upTo.lookedUp();
    if (!possible || (!known && received - completeSince < 0)) {
      return Optional.empty();
    }
    List<Entry> found = new ArrayList<>();
    Chain chain = chains.get(account);
    long number = chain == null ? ChangeRing.NONE : chain.newest;
    while (number != ChangeRing.NONE) {
      Stamp stamp = ring.stamp(number);
      if (from.isBefore(stamp) && !upTo.isBefore(stamp)) {
        found.add(new Entry(stamp, ring.change(number)));
      }
      number = ring.previous(number);
    }
    Collections.reverse(found);
    return Optional.of(found);
  }

  /** Changes were missed: the log begins anew. */
  synchronized void clear(long settled) {
    ring.clear();
    chains.clear();
    completeAfter = new Offset(Math.max(last, settled), Math.max(lookedUp, settled));
    completeSince = timers.nanoTime();
  }

  private void trim(long now) {
    while (!ring.isEmpty()
        && (ring.bytes() > maxBytes || now - ring.time(ring.first()) > keepNanos)) {
      long oldest = ring.first();
      Stamp stamp = ring.stamp(oldest);
      if (completeAfter.isBefore(stamp)) {
        completeAfter = completeAfter.with(stamp);
      }
      completeSince = ring.time(oldest);
      Chain chain = chains.get(ring.account(oldest));
      if (chain != null && chain.newest == oldest) {
        chains.remove(ring.account(oldest));
      }
      ring.removeFirst();
    }
  }
}
