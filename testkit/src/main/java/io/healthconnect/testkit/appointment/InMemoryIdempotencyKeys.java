package io.healthconnect.testkit.appointment;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which booking was made with which idempotency key. Each patient has their own keys. */
final class InMemoryIdempotencyKeys {
  private final Map<Owned, Booked> keys = new HashMap<>();

  private record Owned(PatientId patient, String value) {}

  private record Booked(IdempotencyKey key, Appointment appointment) {}

  void put(IdempotencyKey key, Appointment appointment) {
    keys.put(new Owned(appointment.patientId(), key.value()), new Booked(key, appointment));
  }

  Optional<Result<Appointment, Conflict>> find(PatientId patient, IdempotencyKey key, Instant now) {
    return Optional.ofNullable(keys.get(new Owned(patient, key.value())))
        .filter(booked -> now.isBefore(booked.key().expiresAt()))
        .map(
            booked ->
                booked.key().fingerprint().equals(key.fingerprint())
                    ? Result.success(booked.appointment())
                    : Result.failure(Conflict.KEY_REUSED));
  }

  int purge(Instant now) {
    int before = keys.size();
    keys.values().removeIf(booked -> booked.key().expiresAt().isBefore(now));
    return before - keys.size();
  }
}
