package io.healthconnect.application.doctor;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

final class FindDoctorHandler implements FindDoctor {
  private final DoctorRepository doctors;

  FindDoctorHandler(DoctorRepository doctors) {
    this.doctors = doctors;
  }

  @Override
  public Optional<DoctorListing> findDoctor(DoctorId id) {
    return doctors.findListed(id);
  }

  @Override
  public Optional<DoctorListing> findOwn(Actor actor) {
    return actor.isDoctor() ? doctors.findListing(actor.asDoctor()) : Optional.empty();
  }

  @Override
  public Map<DoctorId, String> findSpecializations(Collection<DoctorId> ids) {
    return doctors.specializationsOf(ids);
  }
}
