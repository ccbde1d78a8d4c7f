package io.healthconnect.architecture.offence.cloudinary;

import io.healthconnect.architecture.offence.rest.RestSeesSqlite;

/** Offends: an adapter in another. */
record CloudinarySeesRest(RestSeesSqlite rest) {}
