package io.healthconnect.sqlite.db;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for damage: in the pages and indexes of the file, in what rows say of each other, and in
 * the version of the schema. It reads everything once, as of one instant.
 */
final class FileCheck {
  private static final int SHOWN = 20;

  private FileCheck() {}

  /** What is wrong, at most 20 lines each, by what was looked at. No line holds what is stored. */
  static Map<String, List<String>> run(DatabaseConnection connection) throws SQLException {
    return connection.transact("BEGIN", FileCheck::run);
  }

  private static Map<String, List<String>> run(Sql sql) throws SQLException {
    Map<String, List<String>> found = new LinkedHashMap<>();
    long version = Migrations.version(sql);
    found.put("schema version " + version, version(version));
    found.put("integrity", damage(sql));
    found.put(
        "foreign keys",
        sql
            .list(
                "SELECT * FROM pragma_foreign_key_check",
                row ->
                    "a row of " + row.text("table") + " names one missing in " + row.text("parent"))
            .stream()
            .limit(SHOWN)
            .toList());
    return found;
  }

  /** What is wrong with the pages and the indexes; nothing if they are whole. */
  static List<String> damage(Sql sql) throws SQLException {
    return sql.list("PRAGMA integrity_check(20)", row -> row.text("integrity_check")).stream()
        .filter(line -> !line.equals("ok"))
        .toList();
  }

  /** What is wrong with the version of the schema. */
  static List<String> version(long stored) {
    int known = Migrations.FILES.size();
    if (stored == known) {
      return List.of();
    }
    return List.of(
        stored < known
            ? "this release works with version " + known + ": its server changes it at the start"
            : "this release knows versions up to " + known + ": use the jar of the newer release");
  }
}
