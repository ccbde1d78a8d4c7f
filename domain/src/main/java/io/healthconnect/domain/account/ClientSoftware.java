package io.healthconnect.domain.account;

import java.util.Optional;

/**
 * What a person logged in with, as far as the client says, in words such as {@code Chrome} and
 * {@code Windows}. It helps the person to know a session again; nothing but whether a log-in is
 * news is decided by it.
 */
public record ClientSoftware(Optional<String> browser, Optional<String> system) {
  public static final ClientSoftware UNKNOWN =
      new ClientSoftware(Optional.empty(), Optional.empty());

  private static final int MAX_LENGTH = 40;

  /** Cuts what is too long to be a name. */
  public ClientSoftware {
    browser = browser.map(ClientSoftware::cut);
    system = system.map(ClientSoftware::cut);
  }

  private static String cut(String name) {
    return name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH);
  }
}
