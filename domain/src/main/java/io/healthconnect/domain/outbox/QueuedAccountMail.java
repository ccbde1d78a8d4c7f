package io.healthconnect.domain.outbox;

/**
 * A wish for a mail that a sender has taken.
 *
 * @param tries how often somebody has taken it, this time included
 */
public record QueuedAccountMail(AccountMail mail, int tries) {}
