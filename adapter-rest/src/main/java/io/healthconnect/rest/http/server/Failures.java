package io.healthconnect.rest.http.server;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.eclipse.jetty.io.QuietException;

/** Describes failures for the log. */
final class Failures {
  private static final int MAX_FRAMES = 40;
  private static final int MAX_CAUSES = 5;

  private Failures() {}

  /**
   * Whether the client's connection failed or the client violated the protocol, which is not our
   * fault.
   */
  static boolean isOfConnection(Throwable failure) {
    return failure instanceof IOException || failure instanceof QuietException;
  }

  /**
   * The stack trace with its causes in one line. Messages are omitted because they may quote what
   * people wrote.
   */
  static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable cause = failure;
    while (cause != null && seen.size() < MAX_CAUSES && seen.add(cause)) {
      text.append(text.isEmpty() ? "" : " caused by ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
        text.append(" at ").append(frames[i]);
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}
