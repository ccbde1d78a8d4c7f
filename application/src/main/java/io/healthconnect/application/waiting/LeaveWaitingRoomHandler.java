package io.healthconnect.application.waiting;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;

final class LeaveWaitingRoomHandler implements LeaveWaitingRoom {
  private final AttendanceRepository attendances;
  private final OpenRooms rooms;

  LeaveWaitingRoomHandler(AttendanceRepository attendances, OpenRooms rooms) {
    this.attendances = attendances;
    this.rooms = rooms;
  }

  @Override
  public boolean leaveWaitingRoom(AccountId patient, DeviceId device, AppointmentId appointment) {
    boolean own =
        rooms
            .find(appointment, patient)
            .filter(found -> found.patientId().account().equals(patient))
            .isPresent();
    return own
        && attendances.change(
            appointment,
            stored ->
                new Step<>(
                    stored
                        .filter(before -> before.devices().contains(device))
                        .map(before -> before.leave(device)),
                    true));
  }
}
