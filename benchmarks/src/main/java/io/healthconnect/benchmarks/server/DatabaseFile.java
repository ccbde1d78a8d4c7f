package io.healthconnect.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/** The SQLite file in a server's data folder. */
public final class DatabaseFile {
  private static final String MAGIC = "SQLite format 3";

  private DatabaseFile() {}

  public static Connection open(Path dataDirectory) throws IOException, SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + find(dataDirectory));
  }

  private static Path find(Path dataDirectory) throws IOException {
    try (Stream<Path> files = Files.walk(dataDirectory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          String head = new String(in.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII);
          if (head.equals(MAGIC)) {
            return file;
          }
        }
      }
    }
    throw new IOException("no SQLite file in " + dataDirectory);
  }
}
