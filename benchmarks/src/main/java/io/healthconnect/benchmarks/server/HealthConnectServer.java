package io.healthconnect.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the runnable jar is started for a run: data folder, port, and limits high enough for the
 * load.
 *
 * @param more additional settings
 */
public record HealthConnectServer(
    Path jar, Path dataDirectory, int port, Path log, Map<String, String> more) {
  private static final String MANY = "1000000";
  private static final List<String> RAISED =
      List.of(
          "LIMIT_SIGNUPS_PER_MINUTE",
          "LIMIT_LOGINS_PER_MINUTE",
          "LIMIT_EVENTS_PER_SECOND",
          "LIMIT_CHAT_BURST",
          "LIMIT_CHAT_PER_SECOND",
          "LIMIT_CALLS_PER_MINUTE",
          "LIMIT_CALLS_PER_CALLEE_PER_MINUTE",
          "LIMIT_CANDIDATES",
          "LIMIT_OPEN_APPOINTMENTS",
          "LIMIT_OPEN_APPOINTMENTS_PER_DOCTOR",
          "LIMIT_APPOINTMENT_CHANGES_BURST",
          "LIMIT_APPOINTMENT_CHANGES_PER_MINUTE");

  /** A server with a free port and an empty data folder inside {@code work}. */
  public static HealthConnectServer in(Path work, Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      throw new IOException("no runnable jar at " + jar + "; build it with ./mvnw package");
    }
    Path data = Files.createDirectories(work.resolve("data"));
    return new HealthConnectServer(
        jar, data, ServerProcess.freePort(), work.resolve("server.log"), Map.of());
  }

  public HealthConnectServer with(Map<String, String> settings) {
    return new HealthConnectServer(jar, dataDirectory, port, log, Map.copyOf(settings));
  }

  /** The jar named by the property {@code health-connect.jar}, or where the build puts it. */
  public static Path defaultJar() {
    return Path.of(System.getProperty("health-connect.jar", "bootstrap/target/health-connect.jar"));
  }

  /** Starts it; each start of one record uses the same port and data. */
  public ServerProcess start() throws IOException {
    return start(List.of(), Map.of());
  }

  /**
   * Starts it with special JVM options.
   *
   * @param javaOptions such as {@code -Xmx256m}
   * @param changed settings that take precedence over those of this class
   */
  public ServerProcess start(List<String> javaOptions, Map<String, String> changed)
      throws IOException {
    Map<String, String> settings = new TreeMap<>(more);
    RAISED.forEach(name -> settings.put(name, MANY));
    settings.put("LIMIT_CONNECTIONS_PER_ADDRESS", "1000");
    settings.put("LIMIT_HASH_QUEUE", "64");
    settings.put("HOST", "127.0.0.1");
    settings.put("PORT", Integer.toString(port));
    settings.put("DATA_DIR", dataDirectory.toString());
    settings.put("BCRYPT_COST", "4");
    settings.putAll(changed);
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    if (ShortLived.wanted()) {
      command.addAll(ShortLived.options(jar));
    }
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", jar.toString()));
    return ServerProcess.start(command, settings, port, log);
  }
}
