package io.healthconnect.application.appointment;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.application.doctor.FreeSlots;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.time.Clock;

/** The use cases of appointments. */
public record AppointmentUseCases(
    BookAppointment book,
    BookForPatient bookForPatient,
    ChangeAppointment change,
    RescheduleAppointment reschedule,
    FindAppointment find,
    ListAppointments list,
    DeclineUnconfirmed declineUnconfirmed) {

  /** What appointments need from outside. */
  public record Ports(
      DoctorRepository doctors,
      AppointmentRepository appointments,
      ContactPolicy policy,
      AuditTrail trail) {}

  /**
   * @param clock whose instants have whole milliseconds, like those of the stores
   */
  public static AppointmentUseCases create(
      Ports ports, AppointmentLimits limits, IdGenerator ids, Clock clock) {
    DoctorRepository doctors = ports.doctors();
    AppointmentRepository appointments = ports.appointments();
    FreeSlots freeSlots = new FreeSlots(appointments, clock);
    Bookings bookings = new Bookings(appointments, limits, ids, clock);
    return new AppointmentUseCases(
        new BookAppointmentHandler(doctors, freeSlots, bookings),
        new BookForPatientHandler(doctors, ports.policy(), bookings),
        new ChangeAppointmentHandler(ports, limits, clock),
        new RescheduleAppointmentHandler(ports, freeSlots, limits, clock),
        new FindAppointmentHandler(appointments, ports.trail()),
        new ListAppointmentsHandler(appointments, ports.trail()),
        new DeclineUnconfirmedHandler(appointments, clock));
  }
}
