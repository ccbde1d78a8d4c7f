package io.healthconnect.bootstrap.settings;

import java.util.List;
import java.util.stream.Stream;

/** All settings, in the order in which they are shown. */
public final class SettingsTable {

  /** Settings that belong together. */
  record Group(String title, List<Setting<?>> settings) {}

  static final List<Group> GROUPS =
      List.of(
          new Group("Server", ServerSettings.ALL),
          new Group("Sessions", SessionSettings.ALL),
          new Group("Calls and sockets", CallSettings.ALL),
          new Group("Limits of requests", HttpLimits.ALL),
          new Group("Limits of images", ImageSettings.ALL),
          new Group("Limits of sockets, chat and calls", SocketLimits.ALL));

  private SettingsTable() {}

  static Stream<Setting<?>> all() {
    return GROUPS.stream().flatMap(group -> group.settings().stream());
  }

  /** The table for {@code docs/settings.md}. */
  static String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("# Settings\n\n")
        .append("Environment variables, or flags of the same name: `PORT=8081`, `--port 8081` and ")
        .append("`--port=8081` mean the same;\na flag wins. An empty variable counts as unset. ")
        .append("A bad value stops the start and says what is allowed. No limit\ncan be switched ")
        .append("off. This page is compared with the code by `SettingsPageTest`.\n\n")
        .append("Flags without a value: `--demo` fills an empty store with sample people and ")
        .append("visits; `--help`; `--version`.\n\n")
        .append("| Setting | Default | Allowed | Meaning |\n|---|---|---|---|\n");
    all()
        .forEach(
            setting ->
                text.append(
                    "| `%s` | %s | %s | %s |%n"
                        .formatted(
                            setting.name(),
                            setting.shownDefault(),
                            setting.allowed(),
                            setting.meaning())));
    return text.append(
            "\nFixed in code: passwords of 8 to 128 characters, messages of at most 4,096, ")
        .append("idempotency keys kept for 24 hours,\none password-hashing thread.\n")
        .toString();
  }

  /** The text of {@code --help}. */
  static String help() {
    StringBuilder text = new StringBuilder("usage: java -jar health-connect.jar [flags]\n\n");
    text.append("  --demo     fill an empty store with sample people and visits\n")
        .append("  --version  show the version\n")
        .append("  --help     show this\n\n")
        .append("Each setting is an environment variable or a flag (--port 8081, --port=8081):\n");
    for (Group group : GROUPS) {
      text.append('\n').append(group.title()).append('\n');
      for (Setting<?> setting : group.settings()) {
        text.append(
            "  %s (%s)%n      %s; allowed: %s%n"
                .formatted(
                    setting.name(), setting.shownDefault(), setting.meaning(), setting.allowed()));
      }
    }
    return text.toString();
  }
}
