package io.healthconnect.architecture.offence.application;

import io.healthconnect.architecture.offence.rest.RestSeesSqlite;

/** Offends: an adapter in the application. */
public record SeesAnAdapter(RestSeesSqlite adapter) {}
