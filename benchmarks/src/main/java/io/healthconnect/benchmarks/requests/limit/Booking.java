package io.healthconnect.benchmarks.requests.limit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** A requested appointment of five minutes, in UTC. */
record Booking(
    String id, String doctor, String patient, LocalDate date, LocalTime startTime, String reason) {
  private static final int MINUTES = 5;

  static Booking of(String patient, JsonNode body) {
    return new Booking(
        UUID.randomUUID().toString(),
        body.path("doctorId").asText(),
        patient,
        LocalDate.parse(body.path("date").asText()),
        LocalTime.parse(body.path("startTime").asText()),
        body.path("reason").asText());
  }

  LocalTime endTime() {
    return startTime.plusMinutes(MINUTES);
  }

  long startsAt() {
    return date.atTime(startTime).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  long endsAt() {
    return startsAt() + MINUTES * 60_000L;
  }
}
