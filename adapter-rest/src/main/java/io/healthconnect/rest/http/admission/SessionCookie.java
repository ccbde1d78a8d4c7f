package io.healthconnect.rest.http.admission;

import io.healthconnect.edge.cookie.SessionCookieNames;
import io.healthconnect.rest.http.reply.Reply;
import java.time.Duration;

/** The cookie that carries the session's token. Its name depends on whether TLS is used. */
public record SessionCookie(boolean secure, Duration life) {
  public String name() {
    return SessionCookieNames.of(secure);
  }

  /** The {@code Set-Cookie} value that gives the token to the browser. */
  public String set(String token) {
    return name() + "=" + token + attributes(life.toSeconds());
  }

  /** The {@code Set-Cookie} value that deletes it again. */
  public String expire() {
    return name() + "=" + attributes(0);
  }

  /** Tells the browser to forget the session, and what it has kept of it. */
  public Reply.Content loggedOut() {
    return Reply.noContent()
        .with("Set-Cookie", expire())
        .with("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  private String attributes(long maxAge) {
    return "; Path=/; Max-Age="
        + maxAge
        + "; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }
}
