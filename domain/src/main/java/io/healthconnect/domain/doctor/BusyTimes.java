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

/** The stretches of time that visits and the buffer around them keep. */
final class BusyTimes {
  /** Ends by starts; the stretches neither overlap nor touch. */
  private final NavigableMap<Instant, Instant> stretches = new TreeMap<>();

  BusyTimes(Collection<TimeSlot> visits, Duration buffer) {
    List<TimeSlot> kept =
        visits.stream()
            .map(visit -> visit.widenedBy(buffer))
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
