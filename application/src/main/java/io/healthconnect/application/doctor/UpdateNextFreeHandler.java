package io.healthconnect.application.doctor;

import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.NextFree;
import io.healthconnect.domain.doctor.Slot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class UpdateNextFreeHandler implements UpdateNextFree {
  /** Of one step, which other writers wait for. */
  private static final int BATCH = 100;

  /** Of one run; the rest waits for the next. */
  private static final int BATCHES = 100;

  /** However long it has not changed: nodes of the former release do not say what they change. */
  private static final Duration AT_LEAST_EVERY = Duration.ofHours(6);

  private final DoctorRepository doctors;
  private final FreeSlots freeSlots;
  private final Clock clock;

  UpdateNextFreeHandler(DoctorRepository doctors, FreeSlots freeSlots, Clock clock) {
    this.doctors = doctors;
    this.freeSlots = freeSlots;
    this.clock = clock;
  }

  @Override
  public int updateNextFree() {
    int updated = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      List<NextFree.Due> due = doctors.nextFreeDue(clock.instant(), BATCH);
      if (due.isEmpty()) {
        break;
      }
      doctors.saveNextFree(computed(due));
      updated += due.size();
    }
    return updated;
  }

  private List<NextFree> computed(List<NextFree.Due> due) {
    Instant now = clock.instant();
    Map<DoctorId, Doctor> found = doctors.findAll(due.stream().map(NextFree.Due::doctor).toList());
    Map<DoctorId, Slot> next = freeSlots.nextWithoutHolds(found.values());
    return due.stream()
        .map(
            each ->
                computed(
                    each,
                    Optional.ofNullable(found.get(each.doctor())),
                    Optional.ofNullable(next.get(each.doctor())),
                    now))
        .toList();
  }

  /**
   * @param doctor empty if the doctor cannot be read
   */
  private static NextFree computed(
      NextFree.Due due, Optional<Doctor> doctor, Optional<Slot> next, Instant now) {
    Instant latest = now.plus(AT_LEAST_EVERY);
    Instant dueAt =
        doctor.map(each -> changesAt(each, next, now)).filter(latest::isAfter).orElse(latest);
    return new NextFree(
        due.doctor(), due.changes(), next.map(slot -> slot.time().startsAt()), dueAt);
  }

  /**
   * When time alone changes the answer: as soon as the slot can no longer be booked. Where there is
   * none, the horizon moves on at midnight.
   */
  private static Instant changesAt(Doctor doctor, Optional<Slot> next, Instant now) {
    Duration notice = Duration.ofMinutes(doctor.rules().minimumNoticeMinutes());
    return next.map(slot -> slot.time().startsAt().minus(notice).plusMillis(1))
        .orElseGet(() -> nextMidnight(doctor.timeZone(), now));
  }

  private static Instant nextMidnight(ZoneId zone, Instant now) {
    return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
  }
}
