package io.healthconnect.rest.call;

import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.RateLimiter;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where peers find each other: STUN, and TURN with credentials that soon expire. */
public final class IceRoutes {
  record IceServer(List<String> urls, @Nullable String username, @Nullable String credential) {}

  record IceServersResponse(List<IceServer> iceServers) {}

  private final List<String> stunUrls;
  private final List<String> turnUrls;
  private final Optional<TurnCredentials> credentials;
  private final RateLimiter issues;

  public IceRoutes(
      List<String> stunUrls,
      List<String> turnUrls,
      Optional<TurnCredentials> credentials,
      RateLimiter issues) {
    this.stunUrls = stunUrls;
    this.turnUrls = turnUrls;
    this.credentials = credentials;
    this.issues = issues;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/ice-servers", Access.SIGNED_IN, this::list));
  }

  private Reply list(Exchange exchange) {
    List<IceServer> servers = new ArrayList<>();
    if (!stunUrls.isEmpty()) {
      servers.add(new IceServer(stunUrls, null, null));
    }
    if (!turnUrls.isEmpty() && credentials.isPresent()) {
      issues.check(exchange.actor().id().value());
      TurnCredentials.Credential credential = credentials.get().issue();
      servers.add(new IceServer(turnUrls, credential.username(), credential.credential()));
    }
    return Reply.ok(new IceServersResponse(servers));
  }
}
