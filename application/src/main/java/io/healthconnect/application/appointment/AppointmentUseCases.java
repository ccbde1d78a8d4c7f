package io.healthconnect.application.appointment;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.application.doctor.FreeSlots;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.appointment.RunningLateRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.waiting.AttendanceRepository;
import java.time.Clock;
import java.util.Optional;

/** The use cases of appointments and of holds. */
public record AppointmentUseCases(
    BookAppointment book,
    BookForPatient bookForPatient,
    ChangeAppointment change,
    RescheduleAppointment reschedule,
    FindAppointment find,
    ListAppointments list,
    FindNewPatients findNewPatients,
    HoldSlot hold,
    ReleaseHold releaseHold,
    FindHold findHold,
    SayRunningLate sayRunningLate,
    FindRunningLate findRunningLate,
    DeclineUnconfirmed declineUnconfirmed) {

  /** What appointments need from outside. */
  public record Ports(
      DoctorRepository doctors,
      AppointmentRepository appointments,
      HoldRepository holds,
      RunningLateRepository lateness,
      AttendanceRepository attendances,
      LiveCalls calls,
      ContactPolicy policy,
      AuditTrail trail) {}

  /**
   * @param clock whose instants have whole milliseconds, like those of the stores
   */
  public static AppointmentUseCases create(
      Ports ports, AppointmentLimits limits, IdGenerator ids, Clock clock) {
    DoctorRepository doctors = ports.doctors();
    AppointmentRepository appointments = ports.appointments();
    FreeSlots freeSlots = new FreeSlots(appointments, ports.holds(), clock);
    EndRinging ringing = new EndRinging(ports.calls(), ports.policy(), clock);
    Bookings bookings = new Bookings(appointments, limits, ids, clock);
    return new AppointmentUseCases(
        new BookAppointmentHandler(doctors, freeSlots, bookings),
        new BookForPatientHandler(doctors, ports.policy(), bookings),
        new ChangeAppointmentHandler(ports, ringing, limits, clock),
        new RescheduleAppointmentHandler(ports, freeSlots, limits, clock),
        new FindAppointmentHandler(appointments, ports.trail()),
        new ListAppointmentsHandler(appointments, ports.trail()),
        new FindNewPatientsHandler(appointments),
        new HoldSlotHandler(ports, freeSlots, ids, clock),
        (actor, id) -> actor.isPatient() && ports.holds().release(id, actor.asPatient()),
        actor ->
            actor.isPatient()
                ? ports.holds().find(actor.asPatient(), clock.instant())
                : Optional.empty(),
        new SayRunningLateHandler(ports.lateness(), clock),
        doctor -> ports.lateness().find(doctor, clock.instant()),
        new DeclineUnconfirmedHandler(appointments, ringing, clock));
  }
}
