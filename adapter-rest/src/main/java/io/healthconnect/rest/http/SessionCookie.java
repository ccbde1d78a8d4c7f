package io.healthconnect.rest.http;

import java.time.Duration;

/** The cookie that carries the session's token; its name says whether TLS is in use. */
public record SessionCookie(boolean secure, Duration life) {
  public String name() {
    return secure ? "__Host-token" : "token";
  }

  /** The {@code Set-Cookie} value that hands the token to the browser. */
  public String set(String token) {
    return name() + "=" + token + attributes(life.toSeconds());
  }

  /** The {@code Set-Cookie} value that takes it away again. */
  public String expire() {
    return name() + "=" + attributes(0);
  }

  private String attributes(long maxAge) {
    return "; Path=/; Max-Age="
        + maxAge
        + "; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }
}
