package io.healthconnect.architecture.offence.notify;

import io.healthconnect.architecture.offence.rest.RestSeesSqlite;

/** Offends: an adapter in another. */
record NotifySeesRest(RestSeesSqlite rest) {}
