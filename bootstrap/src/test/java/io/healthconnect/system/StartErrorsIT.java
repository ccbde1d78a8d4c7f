package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stops the start is said in one line, with the setting that has to change. */
class StartErrorsIT {
  @TempDir Path folder;

  private void refuses(String message, Map<String, String> settings) throws Exception {
    Command run = Command.run(folder, settings);
    assertEquals("Health Connect cannot start: " + message, run.err().strip());
    assertEquals(1, run.status());
    assertEquals("", run.out());
  }

  @Test
  void aFileInPlaceOfTheDataFolder() throws Exception {
    Path file = Files.createFile(folder.resolve("data"));
    refuses("DATA_DIR: " + file + " is a file, not a folder", Map.of("PORT", "0"));
  }

  @Test
  void aReadOnlyMount() throws Exception {
    Path mounted = Files.createDirectory(folder.resolve("mounted"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=1m,ro", "tmpfs", mounted.toString()) == 0,
        "nothing can be mounted here: run it as root");
    try {
      refuses(
          "DATA_DIR: "
              + mounted.resolve("health-connect.lock")
              + " cannot be used: read-only file system",
          Map.of("PORT", "0", "DATA_DIR", mounted.toString()));
    } finally {
      run("umount", mounted.toString());
    }
  }

  @Test
  void theDatabaseOfAnotherProgram() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path file = data.resolve("health-connect.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE theirs (id INTEGER)");
    }
    refuses(
        "DATA_DIR: " + file + " cannot be used: it is the database of another program",
        Map.of("PORT", "0"));
  }

  @Test
  void portsThatAreTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      String why = ": port " + port + " of 127.0.0.1 is in use by another process";
      refuses("PORT" + why, Map.of("PORT", port));
      refuses("METRICS_PORT" + why, Map.of("PORT", "0", "METRICS_PORT", port));
    }
  }

  @Test
  void anAddressOfAnotherMachine() throws Exception {
    refuses(
        "HOST: 192.0.2.1 is not an address of this machine",
        Map.of("HOST", "192.0.2.1", "PORT", "8080"));
  }

  @Test
  void sampleSecrets() throws Exception {
    Command run =
        Command.run(
            folder,
            Map.of(
                "JWT_SECRET", "changeme-changeme-0123456789-abcdefgh",
                "TURN_URLS", "turn:turn.example",
                "TURN_SECRET", "change-me-please"));
    assertEquals(2, run.status());
    assertTrue(run.err().contains("JWT_SECRET: (value hidden) is not allowed"), run.err());
    assertTrue(run.err().contains("TURN_SECRET: (value hidden) is not allowed"), run.err());
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
