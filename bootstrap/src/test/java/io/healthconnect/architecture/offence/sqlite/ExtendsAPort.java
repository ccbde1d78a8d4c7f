package io.healthconnect.architecture.offence.sqlite;

import io.healthconnect.architecture.offence.domain.SampleRepository;

/** Offends: extends a class of the domain. */
public final class ExtendsAPort extends SampleRepository {}
