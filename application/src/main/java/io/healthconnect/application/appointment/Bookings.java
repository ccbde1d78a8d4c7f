package io.healthconnect.application.appointment;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.patient.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Stores new appointments, once for each idempotency key. */
record Bookings(
    AppointmentRepository appointments, AppointmentLimits limits, IdGenerator ids, Clock clock) {

  AppointmentId newId() {
    return new AppointmentId(ids.next());
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Looks for a booking with the key before making another, since a resend would find its time
   * taken by itself. Looks again after a refusal, because the first request may have completed in
   * between, perhaps on another node.
   */
  Result<Appointment, BookingRefusal> bookOnce(
      PatientId patient,
      Optional<IdempotencyKey> key,
      Supplier<Result<Appointment, BookingRefusal>> make) {
    return earlier(patient, key)
        .orElseGet(
            () ->
                make.get()
                    .flatMap(appointment -> store(appointment, key))
                    .fold(
                        Result::success,
                        refusal -> earlier(patient, key).orElseGet(() -> Result.failure(refusal))));
  }

  private Result<Appointment, BookingRefusal> store(
      Appointment appointment, Optional<IdempotencyKey> key) {
    return appointments.book(appointment, key, limits).mapFailure(BookingRefusal::of);
  }

  private Optional<Result<Appointment, BookingRefusal>> earlier(
      PatientId patient, Optional<IdempotencyKey> key) {
    return key.flatMap(used -> appointments.findBooked(patient, used, now()))
        .map(result -> result.mapFailure(BookingRefusal::of));
  }
}
