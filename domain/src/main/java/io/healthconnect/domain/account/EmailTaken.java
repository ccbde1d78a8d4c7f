package io.healthconnect.domain.account;

/** An account, of whatever role, already has this e-mail address. */
public record EmailTaken() {}
