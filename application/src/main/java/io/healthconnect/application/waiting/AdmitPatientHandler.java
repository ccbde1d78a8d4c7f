package io.healthconnect.application.waiting;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;
import io.healthconnect.domain.waiting.WaitingPolicy.Access;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class AdmitPatientHandler implements AdmitPatient {
  private final AttendanceRepository attendances;
  private final OpenRooms rooms;
  private final Connections connections;
  private final Clock clock;

  AdmitPatientHandler(
      AttendanceRepository attendances, OpenRooms rooms, Connections connections, Clock clock) {
    this.attendances = attendances;
    this.rooms = rooms;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public Result<Attendance, Refusal> admitPatient(Command command) {
    Optional<Appointment> found = rooms.find(command.appointment(), command.doctor());
    if (found.isEmpty()) {
      return Result.failure(Refusal.NOT_FOUND);
    }
    if (!found.get().doctorId().account().equals(command.doctor())) {
      return Result.failure(Refusal.WRONG_ROLE);
    }
    Instant now = clock.instant();
    Optional<Attendance> seen =
        Optional.ofNullable(
            attendances.find(List.of(command.appointment())).get(command.appointment()));
    if (seen.isEmpty() || rooms.access(found.get(), now) != Access.OPEN) {
      return Result.failure(Refusal.NOT_WAITING);
    }
    Connections.Known known = connections.of(seen.get());
    return attendances.change(
        command.appointment(),
        stored ->
            stored
                .map(waits -> step(waits, command, known, now))
                .orElseGet(
                    () -> new Step<>(Optional.empty(), Result.failure(Refusal.NOT_WAITING))));
  }

  private static Step<Result<Attendance, Refusal>> step(
      Attendance waits, Command command, Connections.Known known, Instant now) {
    if (waits.isAdmittedByAnother(command.device(), now)) {
      return new Step<>(Optional.empty(), Result.failure(Refusal.ADMITTED_ELSEWHERE));
    }
    Optional<Attendance> admitted = waits.admit(command.device(), known::isConnected, now);
    return new Step<>(
        admitted,
        admitted
            .<Result<Attendance, Refusal>>map(Result::success)
            .orElseGet(() -> Result.failure(Refusal.NOT_WAITING)));
  }
}
