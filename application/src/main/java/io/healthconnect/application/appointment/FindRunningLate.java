package io.healthconnect.application.appointment;

import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.doctor.DoctorId;
import java.util.Optional;

/** Finds by how many minutes a doctor is late. Anybody may ask. */
public interface FindRunningLate {

  Optional<RunningLate> findRunningLate(DoctorId doctor);
}
