package io.healthconnect.domain.appointment;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.Text;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.util.Optional;

/**
 * An appointment of a patient with a doctor. Immutable; the status changes only through methods
 * that are named after an intent, each of which checks {@link AppointmentStatus#next()} and then
 * the start.
 *
 * @param version counts saves, from 1
 */
public record Appointment(
    AppointmentId id,
    DoctorId doctorId,
    PatientId patientId,
    AppointmentTime time,
    AppointmentMode mode,
    String reason,
    AppointmentStatus status,
    Notes notes,
    Optional<Review> review,
    History history,
    long version) {
  /** The reason in the history when a pending appointment's start passes. */
  public static final String NOT_CONFIRMED_IN_TIME = "not_confirmed_in_time";

  /** The reason in the history when one of the two is erased. */
  public static final String ACCOUNT_ERASED = "account_erased";

  public Appointment {
    reason = Text.block("reason", reason, 1000);
  }

  /** Why a change was refused. */
  public enum Refusal {
    /** The table does not allow the change from the current status. */
    ILLEGAL_TRANSITION,
    /** The table allows the change, but only from the start on. */
    TOO_EARLY,
    /** The table allows the change, but only before the start. */
    TOO_LATE,
    /** It has been rescheduled, or its notes have been changed, as often as is allowed. */
    LIMIT_REACHED,
    /** It already has a different review. */
    ALREADY_REVIEWED
  }

  /** What the new appointment is to be. */
  public record Request(
      DoctorId doctor,
      PatientId patient,
      AppointmentTime time,
      AppointmentMode mode,
      String reason) {}

  /** A new appointment, booked by its patient; pending unless the doctor confirms automatically. */
  public static Appointment book(
      AppointmentId id, Request request, boolean autoConfirm, Instant now) {
    AppointmentStatus status =
        autoConfirm ? AppointmentStatus.SCHEDULED : AppointmentStatus.PENDING;
    return booked(id, request, status, request.patient().account(), now);
  }

  /** A new appointment that the doctor books for a patient; nobody needs to confirm it. */
  public static Appointment bookByDoctor(AppointmentId id, Request request, Instant now) {
    return booked(id, request, AppointmentStatus.SCHEDULED, request.doctor().account(), now);
  }

  private static Appointment booked(
      AppointmentId id, Request request, AppointmentStatus status, AccountId by, Instant now) {
    StatusChange booking =
        new StatusChange(Optional.empty(), status, Optional.of(by), now, Optional.empty());
    return new Appointment(
        id,
        request.doctor(),
        request.patient(),
        request.time(),
        request.mode(),
        request.reason(),
        status,
        Notes.NONE,
        Optional.empty(),
        History.startingWith(booking),
        1);
  }

  public boolean isParticipant(AccountId account) {
    return doctorId.account().equals(account) || patientId.account().equals(account);
  }

  /** The one of the two who is not this participant. */
  public AccountId other(AccountId participant) {
    return isDoctor(participant) ? patientId.account() : doctorId.account();
  }

  /** Whether the patient, and not the doctor, made the latest change of time or status. */
  public boolean isTakenByPatient() {
    return history.last().by().equals(Optional.of(patientId.account()));
  }

  public boolean hasStarted(Instant now) {
    return !now.isBefore(time.slot().startsAt());
  }

  /** The doctor confirms a pending appointment, before its start. */
  public Result<Appointment, Refusal> confirm(Instant now) {
    if (status != AppointmentStatus.PENDING) {
      return refused(Refusal.ILLEGAL_TRANSITION);
    }
    return hasStarted(now)
        ? refused(Refusal.TOO_LATE)
        : change(AppointmentStatus.SCHEDULED, byDoctor(), now, Optional.empty());
  }

  /** The doctor declines a pending appointment. */
  public Result<Appointment, Refusal> decline(Optional<String> why, Instant now) {
    return change(AppointmentStatus.DECLINED, byDoctor(), now, why);
  }

  /** The system declines a pending appointment whose start has passed. */
  public Result<Appointment, Refusal> declineUnconfirmed(Instant now) {
    return allowed(AppointmentStatus.DECLINED) && !hasStarted(now)
        ? refused(Refusal.TOO_EARLY)
        : change(
            AppointmentStatus.DECLINED, Optional.empty(), now, Optional.of(NOT_CONFIRMED_IN_TIME));
  }

  /** Either participant cancels the appointment; the patient only before its start. */
  public Result<Appointment, Refusal> cancel(AccountId by, String why, Instant now) {
    String reasonGiven = Text.line("reason", why, StatusChange.REASON_LENGTH);
    return allowed(AppointmentStatus.CANCELLED) && isTooLateFor(by, now)
        ? refused(Refusal.TOO_LATE)
        : change(AppointmentStatus.CANCELLED, Optional.of(by), now, Optional.of(reasonGiven));
  }

  /** The system cancels an appointment that has not started, because one of the two is erased. */
  public Result<Appointment, Refusal> cancelForErasure(Instant now) {
    return allowed(AppointmentStatus.CANCELLED) && hasStarted(now)
        ? refused(Refusal.TOO_LATE)
        : change(AppointmentStatus.CANCELLED, Optional.empty(), now, Optional.of(ACCOUNT_ERASED));
  }

  /** The doctor marks the appointment as completed; only from its start on. */
  public Result<Appointment, Refusal> complete(Instant now) {
    return onceStarted(AppointmentStatus.COMPLETED, now);
  }

  /** The doctor marks the patient as a no-show; only from the start on. */
  public Result<Appointment, Refusal> noShow(Instant now) {
    return onceStarted(AppointmentStatus.NO_SHOW, now);
  }

  /**
   * Either participant reschedules the appointment; the patient only before its start. A scheduled
   * appointment that its patient reschedules must be confirmed again unless the doctor confirms
   * automatically; a pending appointment stays pending.
   */
  public Result<Appointment, Refusal> reschedule(AccountId by, Rescheduling move, Instant now) {
    boolean agreed = status == AppointmentStatus.SCHEDULED && (isDoctor(by) || move.autoConfirm());
    AppointmentStatus next = agreed ? AppointmentStatus.SCHEDULED : AppointmentStatus.PENDING;
    if (!allowed(next)) {
      return refused(Refusal.ILLEGAL_TRANSITION);
    }
    if (isTooLateFor(by, now)) {
      return refused(Refusal.TOO_LATE);
    }
    if (history.reschedulings() >= move.limit()) {
      return refused(Refusal.LIMIT_REACHED);
    }
    return change(next, Optional.of(by), now, move.reason())
        .map(moved -> with(move.time(), next, notes, review, moved.history));
  }

  /**
   * The doctor writes notes. Each change is a version; writing the same text again changes nothing.
   */
  public Result<Appointment, Refusal> withNotes(String text, int limit, Instant now) {
    return withNotes(new NoteVersion(text, now), limit);
  }

  /**
   * The doctor is writing notes, which save themselves meanwhile. A version that was begun less
   * than {@link Notes#WRITING} ago is rewritten; once the patient can read the notes, each change
   * is a version of its own.
   */
  public Result<Appointment, Refusal> withAutosavedNotes(String text, int limit, Instant now) {
    NoteVersion note = new NoteVersion(text, now);
    return !patientReadsNotes() && notes.isBeingWritten(now) && !notes.isText(note.text())
        ? Result.success(with(notes.rewritten(note.text())))
        : withNotes(note, limit);
  }

  private Result<Appointment, Refusal> withNotes(NoteVersion note, int limit) {
    if (notes.isText(note.text())) {
      return Result.success(this);
    }
    return notes.versions() >= limit
        ? refused(Refusal.LIMIT_REACHED)
        : Result.success(with(notes.with(note)));
  }

  /**
   * The patient reviews a completed appointment, once. Sending the same review again changes
   * nothing.
   */
  public Result<Appointment, Refusal> reviewed(int stars, String text, Instant now) {
    Review wanted = new Review(stars, text, now);
    if (status != AppointmentStatus.COMPLETED) {
      return refused(Refusal.ILLEGAL_TRANSITION);
    }
    if (review.isPresent()) {
      return review.get().says(wanted) ? Result.success(this) : refused(Refusal.ALREADY_REVIEWED);
    }
    return Result.success(with(time, status, notes, Optional.of(wanted), history));
  }

  /**
   * Whether the two may talk because of this appointment: unless it was declined, or cancelled
   * before it took place. An appointment that was never confirmed never took place.
   */
  public boolean opensContact() {
    return switch (status) {
      case PENDING, SCHEDULED, COMPLETED, NO_SHOW -> true;
      case DECLINED -> false;
      case CANCELLED ->
          hasStarted(history.last().at())
              && history.last().from().equals(Optional.of(AppointmentStatus.SCHEDULED));
    };
  }

  /** What this participant may see: patients read the notes once the appointment is completed. */
  public Appointment visibleTo(AccountId reader) {
    return isDoctor(reader) || patientReadsNotes() ? this : with(Notes.NONE);
  }

  private boolean patientReadsNotes() {
    return status == AppointmentStatus.COMPLETED;
  }

  /**
   * What this participant is told without having asked for it, which leaves no entry in the audit
   * log: the notes only if they are the reader's own, as a patient.
   */
  public Appointment announcedTo(AccountId reader) {
    return isDoctor(reader) ? with(Notes.NONE) : visibleTo(reader);
  }

  /** The same appointment with the version that the store gave it. */
  public Appointment withVersion(long newVersion) {
    return new Appointment(
        id, doctorId, patientId, time, mode, reason, status, notes, review, history, newVersion);
  }

  private Appointment with(Notes newNotes) {
    return with(time, status, newNotes, review, history);
  }

  private Appointment with(
      AppointmentTime newTime,
      AppointmentStatus newStatus,
      Notes newNotes,
      Optional<Review> newReview,
      History newHistory) {
    return new Appointment(
        id,
        doctorId,
        patientId,
        newTime,
        mode,
        reason,
        newStatus,
        newNotes,
        newReview,
        newHistory,
        version);
  }

  private boolean isDoctor(AccountId account) {
    return account.equals(doctorId.account());
  }

  private boolean isTooLateFor(AccountId by, Instant now) {
    return !isDoctor(by) && hasStarted(now);
  }

  private Optional<AccountId> byDoctor() {
    return Optional.of(doctorId.account());
  }

  private boolean allowed(AppointmentStatus to) {
    return status.next().contains(to);
  }

  private Result<Appointment, Refusal> onceStarted(AppointmentStatus to, Instant now) {
    return allowed(to) && !hasStarted(now)
        ? refused(Refusal.TOO_EARLY)
        : change(to, byDoctor(), now, Optional.empty());
  }

  private Result<Appointment, Refusal> change(
      AppointmentStatus to, Optional<AccountId> by, Instant now, Optional<String> why) {
    if (!allowed(to)) {
      return refused(Refusal.ILLEGAL_TRANSITION);
    }
    Optional<String> told =
        why.map(text -> Text.optionalLine("reason", text, StatusChange.REASON_LENGTH))
            .filter(text -> !text.isEmpty());
    StatusChange change = new StatusChange(Optional.of(status), to, by, now, told);
    return Result.success(with(time, to, notes, review, history.plus(change)));
  }

  private static Result<Appointment, Refusal> refused(Refusal refusal) {
    return Result.failure(refusal);
  }
}
