package io.healthconnect.signaling.product;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;
import io.healthconnect.signaling.sending.Stamp;
import io.healthconnect.signaling.sending.Stamp.Lane;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue of changes, each for one account, numbered in the order in which they were added. Its
 * slots are used again, and the candidates of calls, which come by the thousand, are kept as bytes:
 * objects that live for seconds would be copied by each garbage collection meanwhile. Not
 * thread-safe.
 */
final class ChangeRing {
  /** The number of no change. */
  static final long NONE = -1;

  private static final int FIRST_CAPACITY = 256;

  /** What the ring itself takes for a change, in bytes. */
  private static final int SLOT_BYTES = 100;

  private final ByteRing candidates = new ByteRing();

  /** Its length is a power of two. */
  private @Nullable Slot[] slots = new @Nullable Slot[FIRST_CAPACITY];

  private long first;
  private long next;
  private long bytes;

  boolean isEmpty() {
    return first == next;
  }

  /** The number of the oldest change, if there is one. */
  long first() {
    return first;
  }

  /** An estimate, rather too high, of what the changes take in memory, in bytes. */
  long bytes() {
    return bytes;
  }

  AccountId account(long number) {
    return slot(number).account;
  }

  Stamp stamp(long number) {
    Slot slot = slot(number);
    return new Stamp(slot.lane, slot.position);
  }

  /** When the change was added, by the timers. */
  long time(long number) {
    return slot(number).time;
  }

  /** The number of the account's change before; {@link #NONE} if that was removed. */
  long previous(long number) {
    long previous = slot(number).previous;
    return previous < first ? NONE : previous;
  }

  Change change(long number) {
    Slot slot = slot(number);
    Route route = slot.route;
    return route == null
        ? Objects.requireNonNull(slot.change)
        : route.with(candidates.text(slot.text, slot.length));
  }

  /**
   * Adds a change and returns its number.
   *
   * @param time when, by the timers
   * @param previous the number of the account's change before, or {@link #NONE}
   */
  long add(AccountId account, Stamp stamp, Change change, long time, long previous) {
    Slot slot = free(account, stamp.lane());
    slot.position = stamp.position();
    slot.time = time;
    slot.previous = previous;
    if (change instanceof Change.CallSignalled signalled
        && signalled.signal().event() instanceof Signal.CandidateSent sent) {
      slot.change = null;
      slot.route = route(signalled.signal(), sent, previous);
      slot.text = candidates.next();
      slot.length = candidates.add(sent.candidate().json());
      slot.bytes = SLOT_BYTES + slot.length;
    } else {
      slot.change = change;
      slot.route = null;
      slot.length = 0;
      slot.bytes = SLOT_BYTES + ChangeSizes.of(change);
    }
    bytes += slot.bytes;
    return next++;
  }

  void removeFirst() {
    Slot slot = slot(first);
    slot.change = null;
    slot.route = null;
    candidates.remove(slot.length);
    bytes -= slot.bytes;
    first++;
  }

  void clear() {
    while (!isEmpty()) {
      removeFirst();
    }
  }

  /** That of the change before, if it is of the same call: the candidates of a call share it. */
  private Route route(Signal signal, Signal.CandidateSent sent, long previous) {
    Route route = new Route(signal.to(), signal.devices(), sent.callId(), sent.from());
    Route before = previous < first ? null : slot(previous).route;
    return before != null && route.equals(before) ? before : route;
  }

  private Slot slot(long number) {
    return Objects.requireNonNull(slots[index(number)]);
  }

  private Slot free(AccountId account, Lane lane) {
    if (next - first == slots.length) {
      grow();
    }
    Slot used = slots[index(next)];
    if (used == null) {
      Slot slot = new Slot(account, lane);
      slots[index(next)] = slot;
      return slot;
    }
    used.account = account;
    used.lane = lane;
    return used;
  }

  private void grow() {
    @Nullable Slot[] old = slots;
    slots = new @Nullable Slot[2 * old.length];
    for (long number = first; number < next; number++) {
      slots[index(number)] = old[(int) (number & (old.length - 1))];
    }
  }

  private int index(long number) {
    return (int) (number & (slots.length - 1));
  }

  /** The signal of a candidate without the candidate. */
  private record Route(AccountId to, Signal.Devices devices, CallId callId, AccountId from) {
    private Change with(String candidate) {
      return new Change.CallSignalled(
          new Signal(
              to, devices, new Signal.CandidateSent(callId, from, new Candidate(candidate))));
    }
  }

  private static final class Slot {
    private AccountId account;
    private Lane lane;
    private long position;
    private long time;
    private long previous;
    private int bytes;

    /** Null for a candidate. */
    private @Nullable Change change;

    /** Null for all but candidates. */
    private @Nullable Route route;

    private long text;
    private int length;

    private Slot(AccountId account, Lane lane) {
      this.account = account;
      this.lane = lane;
    }
  }
}
