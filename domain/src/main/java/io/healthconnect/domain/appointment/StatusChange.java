package io.healthconnect.domain.appointment;

import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a visit's history.
 *
 * @param from empty for the booking itself
 */
public record StatusChange(
    Optional<AppointmentStatus> from,
    AppointmentStatus to,
    AccountId by,
    Instant at,
    Optional<String> reason) {}
