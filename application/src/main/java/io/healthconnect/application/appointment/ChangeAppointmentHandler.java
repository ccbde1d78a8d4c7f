package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

final class ChangeAppointmentHandler implements ChangeAppointment {
  private static final int TRIES = 20;

  private final AppointmentRepository appointments;
  private final Clock clock;

  ChangeAppointmentHandler(AppointmentRepository appointments, Clock clock) {
    this.appointments = appointments;
    this.clock = clock;
  }

  @Override
  public Result<Appointment, Refusal> handle(Command command) {
    for (int left = TRIES; ; left--) {
      try {
        return attempt(command);
      } catch (StaleVersionException e) {
        // Somebody else's change came between: look again at what is allowed now.
        if (left <= 1) {
          return Result.failure(Refusal.STALE);
        }
      }
    }
  }

  private Result<Appointment, Refusal> attempt(Command command) {
    Actor actor = command.actor();
    Optional<Appointment> found =
        appointments.find(command.id()).filter(visit -> visit.isParticipant(actor.id()));
    if (found.isEmpty()) {
      return Result.failure(Refusal.NOT_FOUND);
    }
    Appointment visit = found.get();
    if (command.expectedVersion().filter(version -> version != visit.version()).isPresent()) {
      return Result.failure(Refusal.STALE);
    }
    boolean byDoctor = actor.id().equals(visit.doctorId().account());
    if (!mayDo(command.intent(), byDoctor)) {
      return Result.failure(Refusal.WRONG_ROLE);
    }
    return decide(command.intent(), visit, actor)
        .map(changed -> store(visit, changed).visibleTo(actor.id()));
  }

  private static boolean mayDo(Intent intent, boolean byDoctor) {
    if (intent instanceof Intent.Cancel) {
      return true;
    }
    return byDoctor != (intent instanceof Intent.Review);
  }

  private Result<Appointment, Refusal> decide(Intent intent, Appointment visit, Actor actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Result<Appointment, Appointment.Refusal> decided;
    if (intent instanceof Intent.Confirm) {
      decided = visit.confirm(now);
    } else if (intent instanceof Intent.Decline decline) {
      decided = visit.decline(decline.reason(), now);
    } else if (intent instanceof Intent.Cancel cancel) {
      decided = visit.cancel(actor.id(), cancel.reason(), now);
    } else if (intent instanceof Intent.Complete) {
      decided = visit.complete(now);
    } else if (intent instanceof Intent.NoShow) {
      decided = visit.noShow(now);
    } else if (intent instanceof Intent.Review review) {
      decided = visit.reviewed(review.rating(), review.text(), now);
    } else {
      decided = Result.success(visit.withNotes(((Intent.WriteNotes) intent).text(), now));
    }
    return decided.mapFailure(
        refusal ->
            switch (refusal) {
              case ILLEGAL_TRANSITION -> Refusal.ILLEGAL_TRANSITION;
              case ALREADY_REVIEWED -> Refusal.ALREADY_REVIEWED;
            });
  }

  private Appointment store(Appointment before, Appointment after) {
    if (after.equals(before)) {
      return before;
    }
    return before.review().isEmpty() && after.review().isPresent()
        ? appointments.addReview(after)
        : appointments.save(after);
  }
}
