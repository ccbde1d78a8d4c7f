package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.appointment.RunningLateRepository;
import java.time.Clock;
import java.time.Instant;

final class SayRunningLateHandler implements SayRunningLate {
  private final RunningLateRepository lateness;
  private final Clock clock;

  SayRunningLateHandler(RunningLateRepository lateness, Clock clock) {
    this.lateness = lateness;
    this.clock = clock;
  }

  @Override
  public boolean sayRunningLate(Actor actor, int minutes) {
    if (!actor.isDoctor()) {
      return false;
    }
    Instant now = clock.instant();
    if (minutes == 0) {
      lateness.clear(actor.asDoctor(), now);
    } else {
      lateness.say(new RunningLate(actor.asDoctor(), minutes, now));
    }
    return true;
  }
}
