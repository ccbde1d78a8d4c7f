package io.healthconnect.domain.appointment;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.Text;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A visit of a patient to a doctor. Immutable; the status changes only through the methods named
 * after what somebody wants, each checked against {@link AppointmentStatus#next()}.
 *
 * @param notes every version of the doctor's notes, oldest first
 * @param history every status change, the booking first
 * @param version counts saves, from 1
 */
public record Appointment(
    AppointmentId id,
    DoctorId doctorId,
    PatientId patientId,
    VisitTime time,
    VisitMode mode,
    String reason,
    AppointmentStatus status,
    List<NoteVersion> notes,
    Optional<Review> review,
    List<StatusChange> history,
    long version) {

  public Appointment {
    reason = Text.block("reason", reason, 1000);
    notes = List.copyOf(notes);
    history = List.copyOf(history);
  }

  /** Why a change is refused. */
  public enum Refusal {
    /** The table has no such change from the present status, or not yet. */
    ILLEGAL_TRANSITION,
    /** The visit has a different review already. */
    ALREADY_REVIEWED
  }

  /** A new visit, asked for by its patient. */
  public static Appointment book(
      AppointmentId id,
      DoctorId doctor,
      PatientId patient,
      VisitTime time,
      VisitMode mode,
      String reason,
      boolean autoConfirm,
      Instant now) {
    AppointmentStatus status =
        autoConfirm ? AppointmentStatus.SCHEDULED : AppointmentStatus.PENDING;
    StatusChange booked =
        new StatusChange(Optional.empty(), status, patient.account(), now, Optional.empty());
    return new Appointment(
        id,
        doctor,
        patient,
        time,
        mode,
        reason,
        status,
        List.of(),
        Optional.empty(),
        List.of(booked),
        1);
  }

  public boolean isParticipant(AccountId account) {
    return doctorId.account().equals(account) || patientId.account().equals(account);
  }

  /** The doctor agrees to a pending visit. */
  public Result<Appointment, Refusal> confirm(Instant now) {
    return status == AppointmentStatus.PENDING
        ? change(AppointmentStatus.SCHEDULED, doctorId.account(), now, Optional.empty())
        : illegal();
  }

  /** The doctor refuses a pending visit. */
  public Result<Appointment, Refusal> decline(Optional<String> why, Instant now) {
    return change(AppointmentStatus.DECLINED, doctorId.account(), now, why);
  }

  /** Either of the two calls the visit off. */
  public Result<Appointment, Refusal> cancel(AccountId by, String why, Instant now) {
    return change(AppointmentStatus.CANCELLED, by, now, Optional.of(Text.line("reason", why, 500)));
  }

  /** The doctor says that the visit has taken place. */
  public Result<Appointment, Refusal> complete(Instant now) {
    return change(AppointmentStatus.COMPLETED, doctorId.account(), now, Optional.empty());
  }

  /** The doctor says that the patient did not come; only once the start has passed. */
  public Result<Appointment, Refusal> noShow(Instant now) {
    return now.isBefore(time.slot().startsAt())
        ? illegal()
        : change(AppointmentStatus.NO_SHOW, doctorId.account(), now, Optional.empty());
  }

  /**
   * Either of the two moves the visit. A patient's move of a scheduled visit has to be confirmed
   * again unless the doctor confirms automatically; a pending visit stays pending.
   */
  public Result<Appointment, Refusal> reschedule(
      AccountId by, VisitTime newTime, Optional<String> why, boolean autoConfirm, Instant now) {
    boolean agreed =
        status == AppointmentStatus.SCHEDULED && (by.equals(doctorId.account()) || autoConfirm);
    AppointmentStatus next = agreed ? AppointmentStatus.SCHEDULED : AppointmentStatus.PENDING;
    return change(next, by, now, why)
        .map(
            moved ->
                new Appointment(
                    id,
                    doctorId,
                    patientId,
                    newTime,
                    mode,
                    reason,
                    next,
                    notes,
                    review,
                    moved.history,
                    version));
  }

  /** The doctor writes notes; the same text again changes nothing. */
  public Appointment withNotes(String text, Instant now) {
    NoteVersion note = new NoteVersion(text, now);
    if (currentNotes().equals(Optional.of(note.text()))) {
      return this;
    }
    List<NoteVersion> versions = new ArrayList<>(notes);
    versions.add(note);
    return new Appointment(
        id, doctorId, patientId, time, mode, reason, status, versions, review, history, version);
  }

  public Optional<String> currentNotes() {
    return notes.isEmpty() ? Optional.empty() : Optional.of(notes.get(notes.size() - 1).text());
  }

  /** The patient rates a completed visit, once; the same review again changes nothing. */
  public Result<Appointment, Refusal> reviewed(int stars, String text, Instant now) {
    Review wanted = new Review(stars, text, now);
    if (status != AppointmentStatus.COMPLETED) {
      return illegal();
    }
    if (review.isPresent()) {
      boolean same =
          review.get().rating() == wanted.rating() && review.get().text().equals(wanted.text());
      return same ? Result.success(this) : Result.failure(Refusal.ALREADY_REVIEWED);
    }
    return Result.success(
        new Appointment(
            id,
            doctorId,
            patientId,
            time,
            mode,
            reason,
            status,
            notes,
            Optional.of(wanted),
            history,
            version));
  }

  /**
   * Whether the two may talk because of this visit: unless it was declined or cancelled before it
   * took place.
   */
  public boolean opensContact() {
    boolean calledOff =
        status == AppointmentStatus.DECLINED || status == AppointmentStatus.CANCELLED;
    return !calledOff || !history.get(history.size() - 1).at().isBefore(time.slot().startsAt());
  }

  /** The visit as this participant may see it: patients read the notes once it is completed. */
  public Appointment visibleTo(AccountId reader) {
    boolean hidden = !reader.equals(doctorId.account()) && status != AppointmentStatus.COMPLETED;
    return hidden
        ? new Appointment(
            id, doctorId, patientId, time, mode, reason, status, List.of(), review, history,
            version)
        : this;
  }

  /** The same visit with the version that the store gave it. */
  public Appointment withVersion(long newVersion) {
    return new Appointment(
        id, doctorId, patientId, time, mode, reason, status, notes, review, history, newVersion);
  }

  private Result<Appointment, Refusal> change(
      AppointmentStatus to, AccountId by, Instant now, Optional<String> why) {
    if (!status.next().contains(to)) {
      return illegal();
    }
    List<StatusChange> changes = new ArrayList<>(history);
    Optional<String> told =
        why.map(text -> Text.optionalLine("reason", text, 500)).filter(text -> !text.isEmpty());
    changes.add(new StatusChange(Optional.of(status), to, by, now, told));
    return Result.success(
        new Appointment(
            id, doctorId, patientId, time, mode, reason, to, notes, review, changes, version));
  }

  private static Result<Appointment, Refusal> illegal() {
    return Result.failure(Refusal.ILLEGAL_TRANSITION);
  }
}
