package io.healthconnect.sqlite.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
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
 * Brings the tables up to date. The files are listed, so that no start searches the class path for
 * them, and one that finds its last file applied does not load Flyway at all.
 */
final class Migrations {
  /** In order; a new file goes to the end. */
  static final List<String> FILES =
      List.of(
          "V1__accounts_and_visits.sql",
          "V2__messages_and_calls.sql",
          "V3__live_calls.sql",
          "V4__images.sql",
          "V5__lists.sql");

  private static final String FOLDER = "/db/migration/";

  private Migrations() {}

  /** Whether exactly these files were applied to the database, none of them in part. */
  static boolean areApplied(Connection connection) throws SQLException {
    Sql sql = new Sql(connection);
    if (!sql.any("SELECT 1 FROM sqlite_schema WHERE name = 'flyway_schema_history'")) {
      return false;
    }
    return sql.list(
            "SELECT script, success FROM flyway_schema_history ORDER BY installed_rank",
            row -> row.flag("success") ? row.text("script") : "")
        .equals(FILES);
  }

  /**
   * @throws org.flywaydb.core.api.FlywayException if a file cannot be applied, or is not what was
   *     applied before
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

  /** The listed files, as Flyway wants them. */
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
