package io.healthconnect.architecture.offence.security;

import io.healthconnect.architecture.offence.rest.RestSeesSqlite;

/** Offends: an adapter in another. */
record SecuritySeesRest(RestSeesSqlite rest) {}
