package io.healthconnect.domain.doctor;

import io.healthconnect.domain.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The intervals of time that appointments and their buffers occupy. */
final class BusyTimes {
  /** The end of each interval by its start; the intervals neither overlap nor touch. */
  private final NavigableMap<Instant, Instant> stretches = new TreeMap<>();

  BusyTimes(Collection<TimeSlot> appointments, Duration buffer) {
    List<TimeSlot> kept =
        appointments.stream()
            .map(appointment -> appointment.widenedBy(buffer))
            .sorted(Comparator.comparing(TimeSlot::startsAt))
            .toList();
    for (TimeSlot next : kept) {
      Map.Entry<Instant, Instant> last = stretches.lastEntry();
      if (last == null || last.getValue().isBefore(next.startsAt())) {
        stretches.put(next.startsAt(), next.endsAt());
      } else if (last.getValue().isBefore(next.endsAt())) {
        stretches.put(last.getKey(), next.endsAt());
      }
    }
  }

  boolean overlap(TimeSlot wanted) {
    Map.Entry<Instant, Instant> nearest = stretches.lowerEntry(wanted.endsAt());
    return nearest != null && nearest.getValue().isAfter(wanted.startsAt());
  }
}
