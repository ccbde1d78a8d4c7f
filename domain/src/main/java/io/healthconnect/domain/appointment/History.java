package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of its history that an appointment carries: the newest status changes and two counts.
 * The store keeps all of them ({@link AppointmentRepository#history}), so that an appointment does
 * not grow with them.
 *
 * @param recent the newest changes, oldest first: all of them up to {@link #RECENT}
 * @param length how many changes there are, including the booking
 * @param reschedulings how many of them changed the time
 */
public record History(List<StatusChange> recent, int length, int reschedulings) {
  /** The most changes that an appointment carries. */
  public static final int RECENT = 5;

  public History {
    recent = List.copyOf(recent);
    if (recent.isEmpty() || recent.size() != Math.min(length, RECENT)) {
      throw new InvalidValueException("history", "must fit its length");
    }
  }

  static History startingWith(StatusChange booking) {
    return new History(List.of(booking), 1, 0);
  }

  /** The history that consists of these changes, oldest first. */
  public static History of(List<StatusChange> changes) {
    int reschedulings = (int) changes.stream().filter(StatusChange::isRescheduling).count();
    int size = changes.size();
    return new History(changes.subList(Math.max(0, size - RECENT), size), size, reschedulings);
  }

  /** The latest change. */
  public StatusChange last() {
    return recent.get(recent.size() - 1);
  }

  /**
   * The changes after the first {@code known} ones.
   *
   * @throws IllegalArgumentException if the appointment no longer carries all of them
   */
  public List<StatusChange> after(int known) {
    int added = length - known;
    if (added < 0 || added > recent.size()) {
      throw new IllegalArgumentException("the changes after " + known + " are not known");
    }
    return recent.subList(recent.size() - added, recent.size());
  }

  History plus(StatusChange change) {
    List<StatusChange> more = new ArrayList<>(recent);
    more.add(change);
    int first = Math.max(0, more.size() - RECENT);
    int moved = change.isRescheduling() ? reschedulings + 1 : reschedulings;
    return new History(more.subList(first, more.size()), length + 1, moved);
  }
}
