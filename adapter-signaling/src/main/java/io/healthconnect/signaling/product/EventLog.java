package io.healthconnect.signaling.product;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.sending.Offset;
import io.healthconnect.signaling.sending.Stamp;
import io.healthconnect.signaling.sending.Stamp.Lane;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The recent changes that people's devices are told of, by account, in the order of their
 * positions. It is bounded in bytes and in time, and knows since when it is complete. Thread-safe.
 */
final class EventLog {
  /** A change that was told to an account. */
  record Entry(Stamp stamp, Change change) {}

  private static final class Node {
    private final AccountId account;
    private final Entry entry;
    private final long at;
    private final int bytes;
    private @Nullable Node next;

    private Node(AccountId account, Entry entry, long at) {
      this.account = account;
      this.entry = entry;
      this.at = at;
      this.bytes = ChangeSizes.of(entry.change());
    }
  }

  /** The entries of one account. */
  private static final class Chain {
    private Node oldest;
    private Node newest;
    private long direct;

    private Chain(Node only) {
      oldest = only;
      newest = only;
    }
  }

  private final Timers timers;
  private final long maxBytes;
  private final long keepNanos;

  // Guarded by this, like all below.
  private final Deque<Node> all = new ArrayDeque<>();
  private final Map<AccountId, Chain> chains = new HashMap<>();
  private long bytes;

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
    Node node = new Node(account, new Entry(stamp, change), now);
    reached(stamp);
    Chain chain = chains.get(account);
    if (chain == null) {
      chain = new Chain(node);
      chains.put(account, chain);
    } else {
      chain.newest.next = node;
      chain.newest = node;
    }
    if (stamp.lane() == Lane.DIRECT) {
      chain.direct = stamp.position();
    }
    all.add(node);
    bytes += node.bytes;
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
    for (Node node = chain == null ? null : chain.oldest; node != null; node = node.next) {
      Stamp stamp = node.entry.stamp();
      if (from.isBefore(stamp) && !upTo.isBefore(stamp)) {
        found.add(node.entry);
      }
    }
    return Optional.of(found);
  }

  /** Changes were missed: the log begins anew. */
  synchronized void clear(long settled) {
    all.clear();
    chains.clear();
    bytes = 0;
    completeAfter = new Offset(Math.max(last, settled), Math.max(lookedUp, settled));
    completeSince = timers.nanoTime();
  }

  private void trim(long now) {
    Node oldest = all.peek();
    while (oldest != null && (bytes > maxBytes || now - oldest.at > keepNanos)) {
      all.remove();
      bytes -= oldest.bytes;
      dropOldest(oldest);
      Stamp stamp = oldest.entry.stamp();
      if (completeAfter.isBefore(stamp)) {
        completeAfter = completeAfter.with(stamp);
      }
      completeSince = oldest.at;
      oldest = all.peek();
    }
  }

  private void dropOldest(Node node) {
    Chain chain = chains.get(node.account);
    if (chain != null && chain.oldest == node) {
      if (node.next == null) {
        chains.remove(node.account);
      } else {
        chain.oldest = node.next;
      }
    }
  }
}
