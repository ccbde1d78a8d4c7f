package io.healthconnect.architecture.offence.domain.two;

import io.healthconnect.architecture.offence.domain.one.One;

/** Offends with {@link One}: a cycle between features. */
public record Two(One one) {}
