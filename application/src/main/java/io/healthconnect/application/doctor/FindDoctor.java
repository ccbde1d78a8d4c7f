package io.healthconnect.application.doctor;

import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import java.util.Optional;

/** A doctor's page; anybody may read it. */
public interface FindDoctor {
  Optional<DoctorListing> handle(DoctorId id);
}
