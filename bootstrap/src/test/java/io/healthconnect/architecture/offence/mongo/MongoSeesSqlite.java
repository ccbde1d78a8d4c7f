package io.healthconnect.architecture.offence.mongo;

/** Offends: another adapter's library. */
record MongoSeesSqlite(org.sqlite.SQLiteDataSource source) {}
