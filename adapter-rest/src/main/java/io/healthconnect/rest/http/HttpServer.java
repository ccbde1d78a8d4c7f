package io.healthconnect.rest.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Javalin on Jetty, set up so that strangers cannot hold what they do not need. */
public final class HttpServer {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** Without virtual threads who takes a reply slowly holds one until it is given up. */
  private static final int MAX_THREADS = 600;

  /**
   * What the server is to be.
   *
   * @param edge the outermost handler of ours
   * @param front takes what it knows, and hands everything else to the routes behind it
   * @param fallback answers what no route does
   */
  public record Parts(
      List<Route> routes,
      Dispatcher dispatcher,
      EdgeHandler edge,
      ProblemPages problems,
      Handler.Wrapper front,
      Fallback fallback) {}

  private final Parts parts;
  private final TransportLimits limits;
  private final Javalin javalin;

  public HttpServer(Parts parts, TransportLimits limits) {
    this.parts = parts;
    this.limits = limits;
    this.javalin = Javalin.create(this::configure);
  }

  public void start() {
    javalin.start();
  }

  /**
   * Lets requests that are under way finish, for at most 5 seconds; then cuts those that have not.
   */
  public void stop() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      // All is stopped by then; that the time was up is what we promised, and no failure.
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
      LOG.warn("the server stopped before all requests were answered");
    }
  }

  public int port() {
    return javalin.port();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.router.ignoreTrailingSlashes = false;
    config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
    config.jetty.threadPool = threads();
    config.jetty.addConnector((server, http) -> connector(server));
    config.jetty.modifyServer(this::arrange);
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(parts.problems()));
    for (Route route : parts.routes()) {
      io.javalin.http.Handler handler = context -> parts.dispatcher().dispatch(context, route);
      config.routes.addHttpHandler(HandlerType.findOrCreate(route.method()), route.path(), handler);
      if (route.method().equals("GET")) {
        config.routes.addHttpHandler(HandlerType.HEAD, route.path(), handler);
      }
    }
    config.routes.exception(HttpResponseException.class, (e, context) -> unmatched(context));
    config.routes.exception(
        Exception.class,
        (e, context) -> parts.dispatcher().answer(context, Problem.of(ErrorCode.INTERNAL)));
  }

  private void arrange(Server server) {
    server.setStopTimeout(5_000);
    server.setErrorHandler(parts.problems());
    JsonBodies json = new JsonBodies(limits, parts.problems());
    parts.edge().setHandler(new EagerContentHandler(parts.front(), json));
    server.setHandler(new GracefulHandler(parts.edge()));
  }

  private void unmatched(Context context) {
    TreeSet<String> offered = new TreeSet<>();
    for (Route route : parts.routes()) {
      if (route.fits(context.path())) {
        offered.add(route.method());
      }
    }
    if (offered.contains("GET")) {
      offered.add("HEAD");
    }
    if (offered.isEmpty()) {
      boolean read = List.of("GET", "HEAD").contains(context.req().getMethod());
      Optional<Reply> found =
          read ? parts.fallback().answer(Exchange.unrouted(context)) : Optional.empty();
      parts.dispatcher().answer(context, found.orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND)));
      return;
    }
    parts
        .dispatcher()
        .answer(
            context,
            Problem.of(ErrorCode.METHOD_NOT_ALLOWED)
                .withHeader("Allow", String.join(", ", offered)));
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS, 4);
    pool.setName("http");
    Executor virtual = VirtualThreads.getDefaultVirtualThreadsExecutor();
    if (virtual != null) {
      pool.setVirtualThreadsExecutor(virtual);
    }
    return pool;
  }

  private ServerConnector connector(Server server) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(limits.headerBytes());
    http.setMinRequestDataRate(limits.bytesPerSecond());
    http.setIdleTimeout(limits.idle().toMillis());
    // One selector for two cores: the more connections share it, the less often it goes to sleep.
    ServerConnector connector = new ServerConnector(server, 1, -1, new HttpConnectionFactory(http));
    connector.setHost(limits.host());
    connector.setPort(limits.port());
    connector.setIdleTimeout(limits.keepAlive().toMillis());
    connector.addBean(new ConnectionGuard(connector, limits));
    return connector;
  }
}
