package io.healthconnect.domain.doctor;

/** Why a time cannot be booked. */
public enum Unbookable {
  NONEXISTENT_LOCAL_TIME,
  IN_THE_PAST,
  OUTSIDE_SCHEDULE,
  TAKEN
}
