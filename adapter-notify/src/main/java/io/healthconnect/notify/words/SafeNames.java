package io.healthconnect.notify.words;

import io.healthconnect.domain.account.PersonName;
import java.util.Optional;

/** Names in texts that leave the server. */
public final class SafeNames {
  private SafeNames() {}

  /**
   * Empty for a name that mail programs and calendars could show as a link, so that nobody can
   * plant one.
   */
  public static Optional<String> of(PersonName name) {
    boolean link = name.value().matches("(?i).*(www\\.|[/@:]|\\p{L}\\.\\p{L}{2}).*");
    return link ? Optional.empty() : Optional.of(name.value());
  }
}
