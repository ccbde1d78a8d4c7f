package io.healthconnect.application.appointment;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.patient.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class FindNewPatientsHandler implements FindNewPatients {
  private final AppointmentRepository appointments;

  FindNewPatientsHandler(AppointmentRepository appointments) {
    this.appointments = appointments;
  }

  @Override
  public Map<AppointmentId, Boolean> findNewPatients(Actor actor, Collection<Appointment> shown) {
    List<Appointment> requests =
        shown.stream()
            .filter(appointment -> appointment.status() == AppointmentStatus.PENDING)
            .filter(appointment -> appointment.doctorId().account().equals(actor.id()))
            .toList();
    if (requests.isEmpty()) {
      return Map.of();
    }
    Set<PatientId> known =
        appointments.confirmedAmong(
            actor.asDoctor(),
            requests.stream().map(Appointment::patientId).collect(toUnmodifiableSet()));
    return requests.stream()
        .collect(toUnmodifiableMap(Appointment::id, each -> !known.contains(each.patientId())));
  }
}
