package io.healthconnect.architecture.offence.domain.one;

import io.healthconnect.architecture.offence.domain.two.Two;

/** Offends with {@link Two}: a cycle between features. */
public record One(Two two) {}
