package io.healthconnect.application.doctor;

import io.healthconnect.domain.doctor.Availability;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.Slot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class FindSlotsHandler implements FindSlots {
  private final DoctorRepository doctors;
  private final FreeSlots freeSlots;

  FindSlotsHandler(DoctorRepository doctors, FreeSlots freeSlots) {
    this.doctors = doctors;
    this.freeSlots = freeSlots;
  }

  @Override
  public Optional<Slots> findSlots(Query query) {
    return doctors.findListed(query.doctor()).map(listing -> slots(listing.doctor(), query));
  }

  /** Looks at no more days than the answer needs. */
  private Slots slots(Doctor doctor, Query query) {
    Booker booker = new Booker(false, query.patient());
    Availability free = freeSlots.on(doctor, query.from(), query.to(), booker, Optional.empty());
    List<Slot> slots = new ArrayList<>();
    for (LocalDate day = query.from(); !day.isAfter(query.to()); day = day.plusDays(1)) {
      List<Slot> more = free.slots(day, day);
      if (!slots.isEmpty() && slots.size() + more.size() > query.most()) {
        return new Slots(doctor.timeZone(), slots, Optional.of(day));
      }
      slots.addAll(more);
    }
    return new Slots(doctor.timeZone(), slots, Optional.empty());
  }

  @Override
  public List<Slot> next(DoctorId doctor, int count) {
    return doctors
        .find(doctor)
        .map(found -> freeSlots.next(List.of(found), count).getOrDefault(doctor, List.of()))
        .orElse(List.of());
  }
}
