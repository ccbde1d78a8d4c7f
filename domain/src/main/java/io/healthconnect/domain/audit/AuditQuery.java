package io.healthconnect.domain.audit;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import java.util.Optional;

/**
 * Selects entries, the newest first.
 *
 * @param subject only entries that concern this person
 */
public record AuditQuery(Optional<AccountId> subject, PageRequest page) {}
