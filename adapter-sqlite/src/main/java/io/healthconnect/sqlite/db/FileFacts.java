package io.healthconnect.sqlite.db;

/**
 * What an operator has to know of the file.
 *
 * @param sqliteVersion the version of SQLite
 * @param schema the number of the newest migration
 * @param bytes the size of all pages
 */
public record FileFacts(String sqliteVersion, long schema, long bytes) {}
