package io.healthconnect.rest;

import io.healthconnect.rest.http.Dispatcher;
import io.healthconnect.rest.http.EdgeHandler;
import io.healthconnect.rest.http.Gate;
import io.healthconnect.rest.http.HttpServer;
import io.healthconnect.rest.http.ProblemPages;
import io.healthconnect.rest.http.ReplyHeaders;
import io.healthconnect.rest.http.Route;
import io.healthconnect.rest.http.SessionCookie;
import io.healthconnect.rest.http.Site;
import io.healthconnect.rest.http.StrictJson;
import io.healthconnect.rest.http.TransportLimits;
import io.healthconnect.rest.site.WebClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;

/**
 * The HTTP API on its port. Other handlers can share the port: they stand in front and hand on what
 * is not theirs.
 */
public final class RestServer {
  private final List<Route> routes;
  private final HttpServer server;
  private volatile boolean stopping;

  /**
   * @param front sees every request before the routes do; a plain {@code new Handler.Wrapper()}
   *     when there is nothing
   * @param webClient what browsers get at addresses that no route takes
   */
  public RestServer(
      RestSettings settings, RestPorts ports, Handler.Wrapper front, WebClient webClient) {
    Site site = new Site(settings.publicUrl(), settings.allowedOrigins());
    SessionCookie cookie = new SessionCookie(site.secure(), settings.sessionLife());
    StrictJson json = new StrictJson(settings.limits().json());
    ReplyHeaders headers =
        new ReplyHeaders(site, signalingOrigin(settings), settings.imageSources());
    ProblemPages problems = new ProblemPages(headers, ports.ids(), json);
    Gate gate =
        new Gate(token -> ports.useCases().accounts().authenticate().handle(token), site, cookie);
    Dispatcher dispatcher =
        new Dispatcher(gate, json, settings.limits().json(), settings.trustedProxies());
    EdgeHandler edge =
        new EdgeHandler(headers, problems, ports.ids(), settings.limits().uriLength());
    this.routes =
        Routes.of(
            settings,
            ports,
            cookie,
            () -> !stopping && ports.storeReady().getAsBoolean(),
            webClient);
    this.server =
        new HttpServer(
            new HttpServer.Parts(routes, dispatcher, edge, problems, front, webClient),
            transport(settings));
  }

  /** Listens from now on. */
  public void start() {
    server.start();
  }

  /** Says that no more requests should be sent here; those that come are still answered. */
  public void drain() {
    stopping = true;
  }

  /** Stops listening and lets what is under way finish, for at most 5 seconds. */
  public void stop() {
    drain();
    server.stop();
  }

  /** The port in use, once started. */
  public int port() {
    return server.port();
  }

  /** Everything that is offered, in the order of matching. */
  public List<Route> routes() {
    return routes;
  }

  private static Optional<String> signalingOrigin(RestSettings settings) {
    return settings.signalingUrl().map(RestServer::socketOrigin);
  }

  private static String socketOrigin(URI url) {
    boolean secure = "https".equals(url.getScheme()) || "wss".equals(url.getScheme());
    return (secure ? "wss://" : "ws://") + url.getRawAuthority();
  }

  private static TransportLimits transport(RestSettings settings) {
    RestSettings.Limits limits = settings.limits();
    return new TransportLimits(
        settings.host(),
        settings.port(),
        limits.headerBytes(),
        limits.headerDeadline(),
        limits.idle(),
        limits.keepAlive(),
        limits.bytesPerSecond(),
        limits.json().bodyBytes(),
        limits.connections(),
        limits.connectionsPerAddress(),
        settings.trustedProxies());
  }
}
