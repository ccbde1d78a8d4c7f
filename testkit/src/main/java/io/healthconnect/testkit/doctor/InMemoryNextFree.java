package io.healthconnect.testkit.doctor;

import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.NextFree;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When doctors are free next, and for whom it must be computed. */
final class InMemoryNextFree {
  private final Map<DoctorId, NextFree> times = new HashMap<>();

  void changed(DoctorId doctor) {
    NextFree before = times.get(doctor);
    times.put(
        doctor,
        new NextFree(
            doctor,
            before == null ? 0 : before.changes() + 1,
            before == null ? Optional.empty() : before.at(),
            Instant.EPOCH));
  }

  List<NextFree.Due> due(Instant now, int most) {
    return times.values().stream()
        .filter(each -> !each.dueAt().isAfter(now))
        .sorted(Comparator.comparing(NextFree::dueAt).thenComparing(each -> each.doctor().value()))
        .limit(most)
        .map(each -> new NextFree.Due(each.doctor(), each.changes()))
        .toList();
  }

  void save(NextFree computed) {
    times.computeIfPresent(
        computed.doctor(),
        (doctor, stored) -> stored.changes() == computed.changes() ? computed : stored);
  }

  Optional<Instant> of(DoctorId doctor) {
    return Optional.ofNullable(times.get(doctor)).flatMap(NextFree::at);
  }
}
