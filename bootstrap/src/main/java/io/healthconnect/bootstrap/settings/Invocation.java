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

  /** Calls the method for this request and returns its value. */
  <T> T fold(Cases<T> cases);

  /** Decides on every request; a new one does not compile until it is handled. */
  interface Cases<T> {
    T run(Run invocation);

    T show(Show invocation);

    T backUp(BackUp invocation);

    T check(Check invocation);

    T resetLink(ResetLink invocation);

    T createAdmin(CreateAdmin invocation);

    T removeSecondFactor(RemoveSecondFactor invocation);
  }

  /**
   * Start the server.
   *
   * @param remarks on variables that look like misspelt settings
   */
  record Run(Settings settings, List<String> remarks) implements Invocation {
    public Run {
      remarks = List.copyOf(remarks);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.run(this);
    }
  }

  /** Print a text and exit successfully. */
  record Show(String text) implements Invocation {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.show(this);
    }
  }

  /** Copy the store into a file. */
  record BackUp(Settings settings, Path file) implements Invocation {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.backUp(this);
    }
  }

  /** Look for damage in the store. */
  record Check(Settings settings) implements Invocation {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.check(this);
    }
  }

  /** Make a link with which a person sets a new password. */
  record ResetLink(Settings settings, Email email) implements Invocation {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.resetLink(this);
    }
  }

  /** Make an account for an admin, and a link with which the admin sets a password. */
  record CreateAdmin(Settings settings, Email email) implements Invocation {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.createAdmin(this);
    }
  }

  /** Remove the second factor of somebody who has lost it. */
  record RemoveSecondFactor(Settings settings, Email email) implements Invocation {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.removeSecondFactor(this);
    }
  }

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
    Map<String, String> texts = SecretFiles.read(given);
    return flags
        .option()
        .map(option -> of(option.getKey(), option.getValue(), texts))
        .orElseGet(() -> run(texts, false));
  }

  private static Invocation of(Option option, String value, Map<String, String> texts) {
    return switch (option) {
      case DEMO -> run(texts, true);
      case CHECK -> new Check(Settings.parseForCommand(texts));
      case BACKUP -> new BackUp(Settings.parseForCommand(texts), file(value));
      case RESET_LINK -> new ResetLink(Settings.parseForCommand(texts), email(option, value));
      case CREATE_ADMIN -> new CreateAdmin(Settings.parseForCommand(texts), email(option, value));
      case REMOVE_SECOND_FACTOR ->
          new RemoveSecondFactor(Settings.parseForCommand(texts), email(option, value));
    };
  }

  private static Run run(Map<String, String> texts, boolean demo) {
    return new Run(Settings.parse(texts, demo), Misspellings.in(texts.keySet()));
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
