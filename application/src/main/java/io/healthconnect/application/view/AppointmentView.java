package io.healthconnect.application.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit as its participant sees it. Dates are {@code YYYY-MM-DD}, times {@code HH:mm}, instants
 * UTC.
 */
public record AppointmentView(
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
    long version) {

  /** The doctor of a visit. */
  public record DoctorRef(
      String id, String name, @Nullable String specialization, @Nullable String avatar) {}

  /** The patient of a visit. */
  public record PatientRef(String id, String name, @Nullable String avatar) {}

  /** One line of the history; {@code from} is null for the booking. */
  public record Change(
      @Nullable String from, String to, String by, String at, @Nullable String reason) {}
}
