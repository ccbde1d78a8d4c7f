package io.healthconnect.edge.cookie;

import java.util.List;

/**
 * The names of the cookie that carries the token of a session. Over TLS it has the prefix with
 * which browsers keep neighbouring hosts from setting it.
 */
public final class SessionCookieNames {
  private static final String SECURE = "__Host-token";
  private static final String PLAIN = "token";

  /** All of them, the one that is harder to forge first. */
  public static final List<String> ALL = List.of(SECURE, PLAIN);

  private SessionCookieNames() {}

  /** The name in use. */
  public static String of(boolean secure) {
    return secure ? SECURE : PLAIN;
  }
}
