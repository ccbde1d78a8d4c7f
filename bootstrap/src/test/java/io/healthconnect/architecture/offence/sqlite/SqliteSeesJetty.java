package io.healthconnect.architecture.offence.sqlite;

/** Offends: another adapter's library. */
record SqliteSeesJetty(org.eclipse.jetty.server.Server server) {}
