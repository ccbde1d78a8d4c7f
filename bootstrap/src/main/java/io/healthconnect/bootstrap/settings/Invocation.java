package io.healthconnect.bootstrap.settings;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.Email;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The request on the command line. */
public sealed interface Invocation {

  /** Start the server. */
  record Run(Settings settings) implements Invocation {}

  /** Print a text and exit successfully. */
  record Show(String text) implements Invocation {}

  /** Copy the store into a file. */
  record BackUp(Settings settings, Path file) implements Invocation {}

  /** Look for damage in the store. */
  record Check(Settings settings) implements Invocation {}

  /** Make a link with which a person sets a new password. */
  record ResetLink(Settings settings, Email email) implements Invocation {}

  /** Make an account for an admin, and a link with which the admin sets a password. */
  record CreateAdmin(Settings settings, Email email) implements Invocation {}

  /**
   * Flags take precedence over the environment. {@code --help} and {@code --version} take
   * precedence over everything else.
   *
   * @param version what {@code --version} shows
   * @throws BadSettingsException if a flag is unknown, repeated or lacks its value, or a value is
   *     invalid
   */
  static Invocation parse(String[] arguments, Map<String, String> environment, String version) {
    List<String> all = List.of(arguments);
    if (all.contains("--help")) {
      return new Show(SettingsTable.help());
    }
    if (all.contains("--version")) {
      return new Show("health-connect " + version);
    }
    Flags flags = Flags.read(all);
    Map<String, String> given = new HashMap<>(environment);
    given.values().removeIf(String::isEmpty);
    given.putAll(flags.values());
    return flags
        .option()
        .map(option -> of(option.getKey(), option.getValue(), given))
        .orElseGet(() -> new Run(Settings.parse(given, false)));
  }

  private static Invocation of(Option option, String value, Map<String, String> given) {
    return switch (option) {
      case DEMO -> new Run(Settings.parse(given, true));
      case CHECK -> new Check(Settings.parseForCommand(given));
      case BACKUP -> new BackUp(Settings.parseForCommand(given), file(value));
      case RESET_LINK -> new ResetLink(Settings.parseForCommand(given), email(option, value));
      case CREATE_ADMIN -> new CreateAdmin(Settings.parseForCommand(given), email(option, value));
    };
  }

  private static Email email(Option option, String text) {
    try {
      return Email.parse(text);
    } catch (InvalidValueException e) {
      throw new BadSettingsException(List.of(option.flag() + ": is not an e-mail address"));
    }
  }

  private static Path file(String text) {
    try {
      if (!text.isBlank()) {
        return Path.of(text).toAbsolutePath().normalize();
      }
    } catch (InvalidPathException e) {
      // Said below.
    }
    throw new BadSettingsException(List.of(Option.BACKUP.flag() + ": is not the path of a file"));
  }
}
