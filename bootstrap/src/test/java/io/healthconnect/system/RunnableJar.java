package io.healthconnect.system;

import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.server.ShortLived;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The jar of this build, which can be started repeatedly on the same port and folder. */
record RunnableJar(Path folder, int port) {
  static final Duration START = Duration.ofSeconds(120);

  static RunnableJar in(Path folder) throws Exception {
    return new RunnableJar(folder, ServerProcess.freePort());
  }

  /** Starts it with cheap password hashes and waits until it is ready. */
  ServerProcess start() throws Exception {
    return start(Map.of());
  }

  ServerProcess start(Map<String, String> more) throws Exception {
    return start(List.of(), more);
  }

  /**
   * @param before what precedes the command that starts it
   */
  ServerProcess start(List<String> before, Map<String, String> more) throws Exception {
    String jar = System.getProperty("health-connect.jar", "target/health-connect.jar");
    String java = ProcessHandle.current().info().command().orElse("java");
    Map<String, String> settings = new HashMap<>();
    settings.put("PORT", Integer.toString(port));
    settings.put("DATA_DIR", data().toString());
    settings.put("BCRYPT_COST", "4");
    // Doctors of tests wait for nobody, with a PUBLIC_URL either.
    settings.put("DOCTOR_APPROVAL", "off");
    settings.put("LIMIT_SIGNUPS_PER_MINUTE", "1000");
    settings.putAll(more);
    List<String> command = new ArrayList<>(before);
    command.add(java);
    command.addAll(ShortLived.options(Path.of(jar)));
    command.addAll(List.of("-jar", jar));
    ServerProcess server =
        ServerProcess.start(command, settings, port, folder.resolve("server.log"));
    server.awaitReady(START);
    return server;
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Settings under which no rate is in the way. */
  static Map<String, String> withoutRates() {
    Map<String, String> settings = new HashMap<>();
    for (String limit :
        List.of(
            "SIGNUPS_PER_MINUTE",
            "LOGINS_PER_MINUTE",
            "LOGIN_FAILURES",
            "LOGIN_STRANGERS_FAILURES",
            "IMAGE_UPLOADS_PER_MINUTE",
            "IMAGE_FILES_PER_DAY",
            "EVENTS_PER_SECOND",
            "OPEN_APPOINTMENTS",
            "OPEN_APPOINTMENTS_PER_DOCTOR",
            "MOVES_PER_APPOINTMENT",
            "NOTE_VERSIONS",
            "APPOINTMENT_CHANGES_BURST",
            "APPOINTMENT_CHANGES_PER_MINUTE",
            "HOLDS_BURST",
            "HOLDS_PER_MINUTE",
            "CALENDAR_READS_PER_MINUTE",
            "RECOVERIES_PER_HOUR",
            "CHAT_BURST",
            "CHAT_PER_SECOND",
            "CALLS_PER_MINUTE",
            "CALLS_PER_CALLEE_PER_MINUTE")) {
      settings.put("LIMIT_" + limit, "100000");
    }
    return settings;
  }
}
