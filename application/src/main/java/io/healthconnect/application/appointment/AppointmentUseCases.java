package io.healthconnect.application.appointment;

import io.healthconnect.application.doctor.FreeTimes;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.time.Clock;

/** Everything about visits. */
public record AppointmentUseCases(
    BookAppointment book,
    ChangeAppointment change,
    RescheduleAppointment reschedule,
    FindAppointment find,
    ListAppointments list) {

  public static AppointmentUseCases create(
      DoctorRepository doctors, AppointmentRepository appointments, IdGenerator ids, Clock clock) {
    FreeTimes freeTimes = new FreeTimes(appointments, clock);
    return new AppointmentUseCases(
        new BookAppointmentHandler(doctors, appointments, freeTimes, ids, clock),
        new ChangeAppointmentHandler(appointments, clock),
        new RescheduleAppointmentHandler(doctors, appointments, freeTimes, clock),
        new FindAppointmentHandler(appointments),
        new ListAppointmentsHandler(appointments));
  }
}
