package io.healthconnect.application.waiting;

import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

final class CheckWaitingHandler implements CheckWaiting {
  /** The rest waits for the next run. */
  private static final int BATCH = 200;

  private final AttendanceRepository attendances;
  private final OpenRooms rooms;
  private final Connections connections;
  private final Clock clock;

  CheckWaitingHandler(
      AttendanceRepository attendances, OpenRooms rooms, Connections connections, Clock clock) {
    this.attendances = attendances;
    this.rooms = rooms;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public int checkWaiting() {
    Instant now = clock.instant();
    int ended = 0;
    for (Attendance due : attendances.due(now, BATCH)) {
      if (ends(due, now)) {
        ended++;
      }
    }
    return ended;
  }

  private boolean ends(Attendance due, Instant now) {
    boolean open = rooms.isOpen(due.appointment(), now);
    Connections.Known known = connections.of(due);
    return attendances.change(
        due.appointment(),
        stored -> {
          // Another node may have checked it meanwhile.
          Optional<Attendance> next =
              stored
                  .filter(before -> before.isDue(now))
                  .map(before -> open ? before.check(known::isConnected, now) : before.end());
          return new Step<>(next, next.filter(after -> !after.present()).isPresent());
        });
  }
}
