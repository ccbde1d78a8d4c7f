package io.healthconnect.bootstrap.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All settings, in display order. */
public final class SettingsTable {

  /** Settings that belong together. */
  record Group(String title, List<Setting<?>> settings) {}

  static final List<Group> GROUPS =
      List.of(
          new Group("Server", ServerSettings.ALL),
          new Group("Log and traces", LogSettings.ALL),
          new Group("Words of the operator", OperatorSettings.ALL),
          new Group("Accounts and sessions", SessionSettings.ALL),
          new Group("Mail", MailSettings.ALL),
          new Group("Web Push", PushSettings.ALL),
          new Group("Calls and sockets", CallSettings.ALL),
          new Group("Limits of requests", HttpLimits.ALL),
          new Group("Limits of appointments", AppointmentSettings.ALL),
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
        .append(
            "An invalid value stops the start with a message that says what is allowed. No limit\n"
                + "can be switched ")
        .append("off. This page is compared with the code by `SettingsPageTest`.\n\n")
        .append("A secret can stand in a file, which keeps it out of the environment: ")
        .append("`JWT_SECRET_FILE=/run/secrets/jwt-secret`. The same goes for ")
        .append(
            all()
                .filter(Setting::isSecret)
                .map(setting -> "`" + setting.name() + "_FILE`")
                .filter(name -> !name.startsWith("`JWT"))
                .collect(Collectors.joining(", ")))
        .append(".\n\n")
        .append("These flags are no settings. Only one of them can be given. All but `--demo` do ")
        .append("one thing and end with status 0 (done,\nor nothing wrong), 1 (failed, or ")
        .append("something is wrong) or 2 (bad flags or settings); they need no `JWT_SECRET`.\n\n")
        .append("| Flag | What it does |\n|---|---|\n");
    for (Option option : Option.values()) {
      text.append("| `%s` | %s |%n".formatted(option.usage(), option.meaning()));
    }
    text.append("| `--help` | show the flags and settings |\n")
        .append("| `--version` | show the version |\n\n")
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
        .append("idempotency keys kept for 24 hours,\none password-hashing thread, ")
        .append("50 sessions of an account (a new one ends the oldest), ten reset links of an ")
        .append("account for\n30 minutes each, ten recovery codes, ")
        .append("time codes of 30 seconds with one step of drift.\n")
        .toString();
  }

  /** The text of {@code --help}. */
  static String help() {
    StringBuilder text = new StringBuilder("usage: java -jar health-connect.jar [flags]\n\n");
    for (Option option : Option.values()) {
      text.append("  %-20s %s%n".formatted(option.usage(), option.meaning()));
    }
    text.append("  --version            show the version\n")
        .append("  --help               show this\n\n")
        .append("Only one of these at a time. All but --demo do one thing and end with status 0 ")
        .append("(done, or nothing wrong),\n1 (failed, or something is wrong) or 2 (bad flags or ")
        .append("settings).\n\n")
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
