package io.healthconnect.bootstrap;

import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import java.util.Optional;
import java.util.OptionalInt;

/** The text that an operator reads when the server is ready. */
final class Banner {
  private Banner() {}

  static String of(Settings settings, Server server, Optional<Demo.People> people) {
    String url = url(settings, server.port());
    StringBuilder text = new StringBuilder();
    text.append("Health Connect is ready.\n");
    text.append("  Web and REST   ").append(url).append("/\n");
    text.append("  API pages      ").append(url).append("/docs\n");
    text.append("  Signaling      ")
        .append(url.replaceFirst("^http", "ws"))
        .append("/socket.io/\n");
    if (isForOthersToo(settings)) {
      text.append("  Other machines set PUBLIC_URL to the address that people type there;\n");
      text.append("                 without it they have no live messages and no calls\n");
    }
    text.append("  Data           ").append(server.place()).append('\n');
    text.append("  Time zones     ").append(ZoneData.version()).append('\n');
    text.append("  Images         ").append(images(settings)).append('\n');
    OptionalInt metrics = server.metricsPort();
    if (metrics.isPresent()) {
      text.append("  Metrics        http://")
          .append(shownHost(settings.get(ServerSettings.METRICS_HOST)))
          .append(':')
          .append(metrics.getAsInt());
      text.append("/metrics\n");
    }
    if (settings.demo()) {
      text.append(
          people
              .map(Banner::logIn)
              .orElse("  Demo           the store is not empty: nothing was added\n"));
    }
    return text.append("Stop with Ctrl-C.").toString();
  }

  /** Where people reach the server, without a slash at the end. */
  static String url(Settings settings, int port) {
    return settings
        .get(ServerSettings.PUBLIC_URL)
        .map(Object::toString)
        .orElse("http://" + shownHost(settings.get(ServerSettings.HOST)) + ":" + port);
  }

  private static boolean isForOthersToo(Settings settings) {
    String host = settings.get(ServerSettings.HOST);
    return settings.get(ServerSettings.PUBLIC_URL).isEmpty()
        && !host.equals("localhost")
        && !host.startsWith("127.")
        && !host.equals("::1");
  }

  private static String images(Settings settings) {
    return settings
        .get(ServerSettings.CLOUDINARY_URL)
        .map(account -> "new ones at Cloudinary, cloud " + account.cloud())
        .orElse("in the same place");
  }

  private static String logIn(Demo.People people) {
    return "  Demo doctors   "
        + String.join(", ", people.doctors())
        + "\n  Demo patients  "
        + String.join(", ", people.patients())
        + "\n  Demo password  "
        + people.password()
        + "  (for all of them; generated for this store)\n";
  }

  private static String shownHost(String host) {
    if (host.equals("0.0.0.0") || host.equals("::")) {
      return "localhost";
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
