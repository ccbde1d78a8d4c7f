package io.healthconnect.rest;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Account;
import io.healthconnect.rest.http.admission.AccessFilter;
import io.healthconnect.rest.http.admission.KnownSessions;
import io.healthconnect.rest.http.admission.OriginPolicy;
import io.healthconnect.rest.http.admission.SessionCookie;
import io.healthconnect.rest.http.request.StrictJson;
import io.healthconnect.rest.http.server.Dispatcher;
import io.healthconnect.rest.http.server.EdgeHandler;
import io.healthconnect.rest.http.server.ExpensiveReads;
import io.healthconnect.rest.http.server.HttpServer;
import io.healthconnect.rest.http.server.ProblemErrorHandler;
import io.healthconnect.rest.http.server.ReplyHeaders;
import io.healthconnect.rest.http.server.RequestLog;
import io.healthconnect.rest.http.server.Route;
import io.healthconnect.rest.http.server.TransportLimits;
import io.healthconnect.rest.web.WebClient;
import io.healthconnect.rest.web.WebClientHandler;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;

/**
 * The HTTP API on its port. Another handler can share the port: it sits in front and passes on
 * requests that are not its own.
 */
public final class RestServer {
  private final List<Route> routes;
  private final HttpServer server;
  private volatile boolean stopping;

  /**
   * @param front sees every request before the routes do; a plain {@code new Handler.Wrapper()} if
   *     there is none
   * @param webClient the files that browsers get at paths without a route
   */
  public RestServer(
      RestSettings settings, RestPorts ports, Handler.Wrapper front, WebClient webClient) {
    OriginPolicy origins = new OriginPolicy(settings.publicUrl(), settings.allowedOrigins());
    SessionCookie cookie = new SessionCookie(origins.secure(), settings.sessionLife());
    StrictJson json = new StrictJson(settings.limits().json());
    ReplyHeaders headers =
        new ReplyHeaders(
            origins,
            settings.hstsOfSubdomains(),
            signalingOrigin(settings),
            settings.imageSources());
    ProblemErrorHandler problems = new ProblemErrorHandler(headers, ports.ids(), json);
    KnownSessions sessions =
        new KnownSessions(ports.useCases().accounts().authenticate()::hold, ports.clock());
    ports.feed().subscribe(sessions);
    AccessFilter filter =
        new AccessFilter(
            sessions::find,
            origins,
            cookie,
            settings.publicUrl().isPresent()
                ? actor -> hasSecondFactor(ports, actor)
                : actor -> true);
    Dispatcher dispatcher =
        new Dispatcher(
            filter,
            json,
            settings.limits().json(),
            settings.trustedProxies(),
            ExpensiveReads.create(
                settings.limits().expensiveReadsPerAddress(),
                ports.feed(),
                ports.clock(),
                actor -> ports.useCases().appointments().findHold().findHold(actor).isPresent()),
            ports.tracer());
    EdgeHandler edge =
        new EdgeHandler(
            headers,
            problems,
            ports.ids(),
            settings.limits().connections().uriLength(),
            new RequestLog(settings.trustedProxies(), ports.requests()));
    this.routes =
        Routes.of(settings, ports, cookie, () -> !stopping && ports.storeReady().getAsBoolean());
    this.server =
        new HttpServer(
            new HttpServer.Parts(
                routes, dispatcher, edge, problems, new WebClientHandler(webClient, routes), front),
            transport(settings));
  }

  /** Starts listening. */
  public void start() {
    server.start();
  }

  /** Reports that no more requests should be sent here. Requests that arrive are still answered. */
  public void drain() {
    stopping = true;
  }

  /** Stops listening and lets current requests finish, for at most 5 seconds. */
  public void stop() {
    drain();
    server.stop();
  }

  /** The port in use, once started. */
  public int port() {
    return server.port();
  }

  /** How many threads handle requests now. */
  public int busyThreads() {
    return server.busyThreads();
  }

  /** How many requests wait for a thread. */
  public int waiting() {
    return server.waiting();
  }

  /** All routes, in the order of matching. */
  public List<Route> routes() {
    return routes;
  }

  private static boolean hasSecondFactor(RestPorts ports, Actor actor) {
    return ports
        .useCases()
        .accounts()
        .findAccount()
        .findAccount(List.of(actor.id()))
        .values()
        .stream()
        .anyMatch(Account::secondFactor);
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
        limits.connections(),
        limits.json().bodyBytes(),
        settings.trustedProxies());
  }
}
