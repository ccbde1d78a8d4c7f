package io.healthconnect.bootstrap.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules between settings, after each has been checked alone. */
final class SettingsRules {
  private SettingsRules() {}

  static List<String> problems(Settings settings) {
    List<String> problems = new ArrayList<>();
    if (settings.get(ServerSettings.MONGODB_URI).isPresent()
        && settings.get(SessionSettings.JWT_SECRET).isEmpty()) {
      problems.add("JWT_SECRET: required with MONGODB_URI, the same on every node");
    }
    if (settings.get(ServerSettings.PUBLIC_URL).map(URI::getScheme).equals(Optional.of("https"))) {
      settings
          .get(ServerSettings.MONGODB_URI)
          .flatMap(MongoAccess::problem)
          .ifPresent(problem -> problems.add("MONGODB_URI: " + problem));
    }
    boolean turn = settings.get(CallSettings.TURN_URLS).isPresent();
    if (turn != settings.get(CallSettings.TURN_SECRET).isPresent()) {
      problems.add(
          turn ? "TURN_SECRET: required with TURN_URLS" : "TURN_URLS: required with TURN_SECRET");
    }
    boolean mail = settings.get(MailSettings.SMTP_URL).isPresent();
    if (mail != settings.get(MailSettings.MAIL_FROM).isPresent()) {
      problems.add(
          mail ? "MAIL_FROM: required with SMTP_URL" : "SMTP_URL: required with MAIL_FROM");
    }
    if (mail && settings.get(ServerSettings.PUBLIC_URL).isEmpty()) {
      problems.add("PUBLIC_URL: required with SMTP_URL, because mails contain links");
    }
    if (settings.get(PushSettings.PUSH_TEST_SERVICE).isPresent()
        && settings
            .get(ServerSettings.PUBLIC_URL)
            .map(URI::getScheme)
            .equals(Optional.of("https"))) {
      problems.add("PUSH_TEST_SERVICE: not allowed with an https PUBLIC_URL");
    }
    Optional<Integer> metrics = settings.get(ServerSettings.METRICS_PORT);
    Integer port = settings.get(ServerSettings.PORT);
    if (port != 0 && metrics.equals(Optional.of(port))) {
      problems.add("METRICS_PORT: " + port + " is not allowed; allowed: a port other than PORT");
    }
    unmappable(settings.get(ServerSettings.DATA_DIR).toAbsolutePath().toString())
        .ifPresent(problem -> problems.add("DATA_DIR: " + problem));
    return problems;
  }

  /** Checks the absolute path, since a relative one may be fine while the current folder is not. */
  static Optional<String> unmappable(String path) {
    return path.contains(UnmappableTextException.REPLACEMENT)
        ? Optional.of('"' + path + "\" " + new UnmappableTextException().getMessage())
        : Optional.empty();
  }
}
