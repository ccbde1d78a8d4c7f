package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.Text;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.StatusChange;
import java.time.Instant;
import java.util.Optional;

/** A participant changes an appointment in one of the ways that keep its time. */
public interface ChangeAppointment {

  Result<Appointment, Refusal> changeAppointment(Command command);

  /**
   * @param expectedVersion if present, the change is refused unless the appointment has this
   *     version
   */
  record Command(Actor actor, AppointmentId id, Optional<Long> expectedVersion, Intent intent) {}

  /** The change that the actor wants. */
  sealed interface Intent {

    /** Whether this participant may make the change. */
    boolean isOf(Participant participant);

    /** The changed appointment, or the reason why it cannot change. */
    Result<Appointment, Appointment.Refusal> applyTo(Appointment appointment, Circumstances now);

    record Confirm() implements Intent {
      @Override
      public boolean isOf(Participant participant) {
        return participant == Participant.DOCTOR;
      }

      @Override
      public Result<Appointment, Appointment.Refusal> applyTo(
          Appointment appointment, Circumstances now) {
        return appointment.confirm(now.at());
      }
    }

    record Decline(Optional<String> reason) implements Intent {
      public Decline {
        reason = reason.map(text -> Text.optionalLine("reason", text, StatusChange.REASON_LENGTH));
      }

      @Override
      public boolean isOf(Participant participant) {
        return participant == Participant.DOCTOR;
      }

      @Override
      public Result<Appointment, Appointment.Refusal> applyTo(
          Appointment appointment, Circumstances now) {
        return appointment.decline(reason, now.at());
      }
    }

    record Cancel(String reason) implements Intent {
      public Cancel {
        reason = Text.line("reason", reason, StatusChange.REASON_LENGTH);
      }

      @Override
      public boolean isOf(Participant participant) {
        return true;
      }

      @Override
      public Result<Appointment, Appointment.Refusal> applyTo(
          Appointment appointment, Circumstances now) {
        return appointment.cancel(now.by(), reason, now.at());
      }
    }

    record Complete() implements Intent {
      @Override
      public boolean isOf(Participant participant) {
        return participant == Participant.DOCTOR;
      }

      @Override
      public Result<Appointment, Appointment.Refusal> applyTo(
          Appointment appointment, Circumstances now) {
        return appointment.complete(now.at());
      }
    }

    record NoShow() implements Intent {
      @Override
      public boolean isOf(Participant participant) {
        return participant == Participant.DOCTOR;
      }

      @Override
      public Result<Appointment, Appointment.Refusal> applyTo(
          Appointment appointment, Circumstances now) {
        return appointment.noShow(now.at());
      }
    }

    /**
     * @param autosave whether the doctor is still writing, so that this save joins the version that
     *     was begun {@linkplain Appointment#withAutosavedNotes a short time ago}
     */
    record WriteNotes(String text, boolean autosave) implements Intent {
      public WriteNotes(String text) {
        this(text, false);
      }

      @Override
      public boolean isOf(Participant participant) {
        return participant == Participant.DOCTOR;
      }

      @Override
      public Result<Appointment, Appointment.Refusal> applyTo(
          Appointment appointment, Circumstances now) {
        int limit = now.limits().noteVersions();
        return autosave
            ? appointment.withAutosavedNotes(text, limit, now.at())
            : appointment.withNotes(text, limit, now.at());
      }
    }

    record Review(int rating, String text) implements Intent {
      @Override
      public boolean isOf(Participant participant) {
        return participant == Participant.PATIENT;
      }

      @Override
      public Result<Appointment, Appointment.Refusal> applyTo(
          Appointment appointment, Circumstances now) {
        return appointment.reviewed(rating, text, now.at());
      }
    }
  }

  /** Which of the two acts. */
  enum Participant {
    DOCTOR,
    PATIENT
  }

  /** Who acts, when, and within which limits. */
  record Circumstances(AccountId by, Instant at, AppointmentLimits limits) {}

  enum Refusal {
    /** There is no such appointment, or it is somebody else's. */
    NOT_FOUND,
    /** Only the other participant may do this. */
    WRONG_ROLE,
    ILLEGAL_TRANSITION,
    /** Not allowed before the start. */
    TOO_EARLY,
    /** Allowed only before the start. */
    TOO_LATE,
    /** The notes have been changed as often as allowed. */
    LIMIT_REACHED,
    ALREADY_REVIEWED,
    STALE;

    static Refusal of(Appointment.Refusal refusal) {
      return switch (refusal) {
        case ILLEGAL_TRANSITION -> ILLEGAL_TRANSITION;
        case TOO_EARLY -> TOO_EARLY;
        case TOO_LATE -> TOO_LATE;
        case LIMIT_REACHED -> LIMIT_REACHED;
        case ALREADY_REVIEWED -> ALREADY_REVIEWED;
      };
    }
  }
}
