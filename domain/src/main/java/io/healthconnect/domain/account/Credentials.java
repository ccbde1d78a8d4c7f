package io.healthconnect.domain.account;

/**
 * What a password is checked against. Only log-in and a change of the password read it, and its
 * text form hides the hash.
 */
public record Credentials(AccountId accountId, PasswordHash passwordHash) {}
