package io.healthconnect.application.waiting;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;
import io.healthconnect.domain.waiting.WaitingPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

final class JoinWaitingRoomHandler implements JoinWaitingRoom {
  private final AttendanceRepository attendances;
  private final OpenRooms rooms;
  private final Clock clock;

  JoinWaitingRoomHandler(AttendanceRepository attendances, OpenRooms rooms, Clock clock) {
    this.attendances = attendances;
    this.rooms = rooms;
    this.clock = clock;
  }

  @Override
  public Result<Attendance, Refusal> joinWaitingRoom(Command command) {
    Optional<Appointment> found = rooms.find(command.appointment(), command.patient());
    if (found.isEmpty()) {
      return Result.failure(Refusal.NOT_FOUND);
    }
    Appointment appointment = found.get();
    if (!appointment.patientId().account().equals(command.patient())) {
      return Result.failure(Refusal.WRONG_ROLE);
    }
    Instant now = clock.instant();
    return switch (rooms.access(appointment, now)) {
      case TOO_EARLY -> Result.failure(Refusal.TOO_EARLY);
      case CLOSED -> Result.failure(Refusal.CLOSED);
      case OPEN ->
          isLimitReached(appointment)
              ? Result.failure(Refusal.LIMIT_REACHED)
              : joined(join(appointment, command, now), now);
    };
  }

  /** The appointment may have been cancelled or moved since it was read. */
  private Result<Attendance, Refusal> joined(Attendance waits, Instant now) {
    if (rooms.isOpen(waits.appointment(), now)) {
      return Result.success(waits);
    }
    return attendances.change(
        waits.appointment(),
        stored -> new Step<>(stored.map(Attendance::end), Result.failure(Refusal.CLOSED)));
  }

  private boolean isLimitReached(Appointment appointment) {
    return attendances.waitingOf(appointment.patientId(), WaitingPolicy.MOST_AT_ONCE + 1).stream()
            .filter(each -> !each.appointment().equals(appointment.id()))
            .count()
        >= WaitingPolicy.MOST_AT_ONCE;
  }

  private Attendance join(Appointment appointment, Command command, Instant now) {
    return attendances.change(
        appointment.id(),
        stored -> {
          Attendance before = stored.orElseGet(() -> Attendance.seen(appointment, now));
          Attendance next = before.join(command.device(), now);
          return new Step<>(Optional.of(next), next);
        });
  }
}
