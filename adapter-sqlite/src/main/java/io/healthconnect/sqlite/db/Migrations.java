package io.healthconnect.sqlite.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Migrates the schema. The files are listed here, so startup does not search the class path for
 * them, and if the last file has been applied, Flyway is not even loaded.
 */
final class Migrations {
  /** In order of application; a new file goes to the end. */
  static final List<String> FILES =
      List.of(
          "V1__accounts_and_visits.sql",
          "V2__messages_and_calls.sql",
          "V3__live_calls.sql",
          "V4__images.sql",
          "V5__lists.sql",
          "V6__beside_appointments.sql",
          "V7__caller_cards.sql",
          "V8__pairs.sql",
          "V9__reset_tokens.sql",
          "V10__session_software.sql",
          "V11__standing.sql",
          "V12__audit.sql",
          "V13__second_factors.sql",
          "V14__erasure.sql",
          "V15__notices.sql",
          "V16__rejection_reasons.sql",
          "V17__holds.sql",
          "V18__running_late.sql",
          "V19__evidence.sql",
          "V20__retention.sql",
          "V21__outbox.sql",
          "V22__calendar_links.sql",
          "V23__call_retention.sql",
          "V24__reminders.sql",
          "V25__account_mail.sql",
          "V26__attendance.sql",
          "V27__push.sql",
          "V28__next_free.sql",
          "V29__languages.sql",
          "V30__documents_in_messages.sql");

  private static final String FOLDER = "/db/migration/";

  private Migrations() {}

  /**
   * Whether exactly these files were applied to the database, each of them completely.
   *
   * @throws IllegalStateException if a newer release has changed the schema; the message is one
   *     line for an operator
   */
  static boolean areApplied(Sql sql) throws SQLException {
    long newest = version(sql);
    if (newest == 0) {
      return false;
    }
    refuseNewer(newest);
    return sql.list(
            "SELECT script, success FROM flyway_schema_history ORDER BY installed_rank",
            row -> row.flag("success") ? row.text("script") : "")
        .equals(FILES);
  }

  /** The number of the newest file that was applied; 0 for none. */
  static long version(Sql sql) throws SQLException {
    if (!sql.any("SELECT 1 FROM sqlite_schema WHERE name = 'flyway_schema_history'")) {
      return 0;
    }
    return sql.one(
            "SELECT max(CAST(version AS INTEGER)) AS newest FROM flyway_schema_history",
            row -> row.number("newest"))
        .orElse(0L);
  }

  /** Whether the file holds tables, and no schema of ours was ever applied to it. */
  static boolean isForeign(Sql sql) throws SQLException {
    return version(sql) == 0
        && sql.any(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table'"
                + " AND name NOT IN ('flyway_schema_history', 'sqlite_sequence')");
  }

  private static void refuseNewer(long stored) {
    if (stored > FILES.size()) {
      throw new IllegalStateException(
          "the database has schema version "
              + stored
              + ", this release knows versions up to "
              + FILES.size()
              + ": start the newer release, or restore a backup from before the upgrade");
    }
  }

  /**
   * @throws org.flywaydb.core.api.FlywayException if a file cannot be applied, or differs from what
   *     was applied before
   */
  static void apply(DataSource source) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .resourceProvider(new Listed())
        .javaMigrationClassProvider(List::of)
        .loggers("slf4j")
        .load()
        .migrate();
  }

  /** Presents the listed files to Flyway. */
  private static final class Listed implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
      return null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return FILES.stream()
          .filter(name -> name.startsWith(prefix) && Stream.of(suffixes).anyMatch(name::endsWith))
          .<LoadableResource>map(Resource::new)
          .toList();
    }
  }

  private static final class Resource extends LoadableResource {
    private final String name;

    Resource(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      try {
        InputStream stream = Migrations.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
          throw new IOException("the jar lacks " + FOLDER + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String getAbsolutePath() {
      return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return FOLDER + name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
