package io.healthconnect.domain.appointment;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a person's visits are wanted, ordered by start, ties by id.
 *
 * @param participant the doctor or the patient
 * @param with only visits with this other person
 * @param statuses any of these; empty for all
 * @param from only visits that start at or after
 * @param to only visits that start before
 * @param descending latest first
 */
public record AppointmentQuery(
    AccountId participant,
    Optional<AccountId> with,
    Set<AppointmentStatus> statuses,
    Optional<Instant> from,
    Optional<Instant> to,
    boolean descending,
    PageRequest page) {
  public AppointmentQuery {
    statuses = Set.copyOf(statuses);
  }
}
