package io.healthconnect.application.doctor;

import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import java.util.List;

/** The specializations that the directory has; anybody may ask. */
public interface ListSpecializations {
  List<SpecializationCount> handle();
}
