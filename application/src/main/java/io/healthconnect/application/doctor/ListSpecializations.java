package io.healthconnect.application.doctor;

import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import java.util.List;

/** Lists the specializations of the directory. Anybody may ask. */
public interface ListSpecializations {
  List<SpecializationCount> listSpecializations();
}
