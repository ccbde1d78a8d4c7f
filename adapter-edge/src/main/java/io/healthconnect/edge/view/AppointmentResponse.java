package io.healthconnect.edge.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as a participant sees it. Dates are {@code YYYY-MM-DD}, times {@code HH:mm}, and
 * instants are in UTC.
 *
 * @param waiting null if the patient was never there
 * @param noShowSuggestedAt from when on the patient is suggested as a no-show; null if the patient
 *     was there, or the appointment is not confirmed
 * @param newPatient whether the patient of a request is new to the doctor who reads it; null for
 *     patients, in events, and once the appointment is no request any more
 */
public record AppointmentResponse(
    String id,
    DoctorRef doctor,
    PatientRef patient,
    String date,
    String startTime,
    String endTime,
    String timeZone,
    String startsAt,
    String endsAt,
    String mode,
    String reason,
    String status,
    @Nullable String notes,
    @Nullable Integer rating,
    @Nullable String review,
    List<Change> history,
    long version,
    @Nullable Waiting waiting,
    @Nullable String noShowSuggestedAt,
    @Nullable Boolean newPatient) {

  AppointmentResponse withHistory(List<Change> changes) {
    return new AppointmentResponse(
        id,
        doctor,
        patient,
        date,
        startTime,
        endTime,
        timeZone,
        startsAt,
        endsAt,
        mode,
        reason,
        status,
        notes,
        rating,
        review,
        changes,
        version,
        waiting,
        noShowSuggestedAt,
        newPatient);
  }

  /**
   * When the patient came to the waiting room or joined a call.
   *
   * @param present whether the patient is in the waiting room now
   */
  public record Waiting(String since, boolean present) {}

  /** The doctor of an appointment. */
  public record DoctorRef(
      String id, String name, @Nullable String specialization, @Nullable String avatar) {}

  /** The patient of an appointment. */
  public record PatientRef(String id, String name, @Nullable String avatar) {}

  /**
   * One entry of the history. {@code from} is null for the booking; {@code by} is null for the
   * system.
   */
  public record Change(
      @Nullable String from, String to, @Nullable String by, String at, @Nullable String reason) {}
}
