package io.healthconnect.bootstrap.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold between settings, once each holds alone. */
final class SettingsRules {
  private SettingsRules() {}

  static List<String> problems(Settings settings) {
    List<String> problems = new ArrayList<>();
    if (settings.get(ServerSettings.MONGODB_URI).isPresent()
        && settings.get(SessionSettings.JWT_SECRET).isEmpty()) {
      problems.add("JWT_SECRET: required with MONGODB_URI, the same on every node");
    }
    boolean turn = settings.get(CallSettings.TURN_URLS).isPresent();
    if (turn != settings.get(CallSettings.TURN_SECRET).isPresent()) {
      problems.add(
          turn ? "TURN_SECRET: required with TURN_URLS" : "TURN_URLS: required with TURN_SECRET");
    }
    Optional<Integer> metrics = settings.get(ServerSettings.METRICS_PORT);
    Integer port = settings.get(ServerSettings.PORT);
    if (port != 0 && metrics.equals(Optional.of(port))) {
      problems.add("METRICS_PORT: " + port + " is not allowed; allowed: a port other than PORT");
    }
    return problems;
  }
}
