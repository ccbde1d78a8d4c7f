package io.healthconnect.bootstrap.settings;

import java.util.List;

/** The server cannot start with these settings. The problems are meant for the operator to read. */
public final class BadSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  public BadSettingsException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** One line for each problem, beginning with the setting's name; without secret values. */
  public List<String> problems() {
    return problems;
  }
}
