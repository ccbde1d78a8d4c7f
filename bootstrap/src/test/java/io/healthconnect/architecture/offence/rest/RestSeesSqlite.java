package io.healthconnect.architecture.offence.rest;

import io.healthconnect.architecture.offence.sqlite.ExtendsAPort;

/** Offends: an adapter in another. */
public record RestSeesSqlite(ExtendsAPort store) {}
