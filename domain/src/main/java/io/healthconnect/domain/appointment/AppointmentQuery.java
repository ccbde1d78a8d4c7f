package io.healthconnect.domain.appointment;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Selects appointments of a person, ordered by start and then by id.
 *
 * @param participant the doctor or the patient
 * @param with only appointments with this person
 * @param statuses any of these; empty for all
 * @param from only appointments that start at or after this instant
 * @param to only appointments that start before this instant
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
