package io.healthconnect.bootstrap;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Errors of the operating system and of SQLite in messages of exceptions. They quote nobody. */
final class SystemError {
  /** As the C library words them. */
  private static final List<String> WORDINGS =
      List.of(
          "Too many open files",
          "No space left on device",
          "Disk quota exceeded",
          "Read-only file system",
          "Input/output error",
          "Permission denied",
          "Operation not permitted",
          "No such file or directory",
          "File too large",
          "Cannot allocate memory",
          "No buffer space available",
          "Resource temporarily unavailable",
          "Address already in use",
          "Cannot assign requested address",
          "Network is unreachable",
          "No route to host",
          "Connection refused",
          "Connection reset",
          "Connection timed out",
          "Broken pipe");

  private static final Pattern SQLITE = Pattern.compile("SQLITE_[A-Z]+(_[A-Z]+)*");

  private SystemError() {}

  /** The error that a message names, without what else it says. */
  static Optional<String> in(@Nullable String message) {
    return message == null
        ? Optional.empty()
        : WORDINGS.stream().filter(message::contains).findFirst().or(() -> sqlite(message));
  }

  private static Optional<String> sqlite(String message) {
    Matcher code = SQLITE.matcher(message);
    return code.find() ? Optional.of(code.group()) : Optional.empty();
  }
}
