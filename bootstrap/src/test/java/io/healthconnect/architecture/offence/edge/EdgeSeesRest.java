package io.healthconnect.architecture.offence.edge;

import io.healthconnect.architecture.offence.rest.RestSeesSqlite;

/** Offends: depends on one of the edges that share it. */
public record EdgeSeesRest(RestSeesSqlite edge) {}
