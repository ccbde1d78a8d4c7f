package io.healthconnect.application.doctor;

import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.Slot;
import java.util.List;
import java.util.Optional;

final class FindSlotsHandler implements FindSlots {
  private final DoctorRepository doctors;
  private final FreeTimes freeTimes;

  FindSlotsHandler(DoctorRepository doctors, FreeTimes freeTimes) {
    this.doctors = doctors;
    this.freeTimes = freeTimes;
  }

  @Override
  public Optional<Slots> handle(Query query) {
    return doctors
        .find(query.doctor())
        .map(
            doctor ->
                new Slots(
                    doctor.timeZone(),
                    freeTimes
                        .on(doctor, query.from(), query.to(), false, Optional.empty())
                        .slots(query.from(), query.to())));
  }

  @Override
  public List<Slot> next(DoctorId doctor, int count) {
    return doctors
        .find(doctor)
        .map(found -> freeTimes.next(List.of(found), count).getOrDefault(doctor, List.of()))
        .orElse(List.of());
  }
}
