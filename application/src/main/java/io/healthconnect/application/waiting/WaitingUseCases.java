package io.healthconnect.application.waiting;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.domain.waiting.AttendanceRepository;
import java.time.Clock;

/** The use cases of the waiting room. */
public record WaitingUseCases(
    JoinWaitingRoom join,
    LeaveWaitingRoom leave,
    AdmitPatient admit,
    ListWaiting list,
    FindAttendances find,
    CheckWaiting check) {

  /** What the waiting room needs from outside. */
  public record Ports(
      AttendanceRepository attendances,
      AppointmentRepository appointments,
      AccountRepository accounts,
      Presence presence) {}

  /**
   * @param clock whose instants have whole milliseconds, like those of the stores
   */
  public static WaitingUseCases create(Ports ports, Clock clock) {
    AttendanceRepository attendances = ports.attendances();
    OpenRooms rooms = new OpenRooms(ports.appointments(), ports.accounts());
    Connections connections = new Connections(ports.presence());
    return new WaitingUseCases(
        new JoinWaitingRoomHandler(attendances, rooms, clock),
        new LeaveWaitingRoomHandler(attendances, rooms),
        new AdmitPatientHandler(attendances, rooms, connections, clock),
        doctor -> attendances.waitingFor(new DoctorId(doctor), ListWaiting.MOST),
        attendances::find,
        new CheckWaitingHandler(attendances, rooms, connections, clock));
  }
}
