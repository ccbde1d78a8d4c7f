package io.healthconnect.rest.call;

import io.healthconnect.application.call.CallUseCases;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ICE servers: STUN, and TURN with short-lived credentials. */
public final class IceRoutes {
  record IceServer(List<String> urls, @Nullable String username, @Nullable String credential) {}

  record IceServersResponse(List<IceServer> iceServers, String iceTransportPolicy) {}

  private final List<String> stunUrls;
  private final List<String> turnUrls;
  private final Optional<TurnCredentials> credentials;
  private final RateLimiter issues;
  private final CallUseCases calls;

  public IceRoutes(
      List<String> stunUrls,
      List<String> turnUrls,
      Optional<TurnCredentials> credentials,
      RateLimiter issues,
      CallUseCases calls) {
    this.stunUrls = stunUrls;
    this.turnUrls = turnUrls;
    this.credentials = credentials;
    this.issues = issues;
    this.calls = calls;
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
      if (calls.allowRelay().allowRelay(exchange.actor())) {
        TurnCredentials.Credential credential = credentials.get().issue();
        servers.add(new IceServer(turnUrls, credential.username(), credential.credential()));
      }
    }
    String policy = calls.requireRelay().requireRelay(exchange.actor()) ? "relay" : "all";
    return Reply.ok(new IceServersResponse(servers, policy));
  }
}
