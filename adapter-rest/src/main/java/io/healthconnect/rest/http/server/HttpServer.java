package io.healthconnect.rest.http.server;

import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpCompliance;
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

/** Javalin on Jetty, configured so that strangers cannot hold resources that they do not need. */
public final class HttpServer {
  /** RFC 9110 without the forms that it merely tolerates or that proxies interpret differently. */
  private static final HttpCompliance COMPLIANCE =
      HttpCompliance.RFC9110.without(
          "STRICT_LINES",
          HttpCompliance.Violation.LF_HEADER_TERMINATION,
          HttpCompliance.Violation.LF_CHUNK_TERMINATION);

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /**
   * Connections that the system keeps until they are accepted, if it allows so many. With Java's
   * 50, some of a hundred that come at once would wait for seconds, or be reset.
   */
  private static final int ACCEPT_QUEUE = 4_096;

  /** A slow reader holds a thread until it is cut off when virtual threads are unavailable. */
  private static final int MAX_THREADS = 600;

  /**
   * The parts of the server.
   *
   * @param edge our outermost handler
   * @param webClient serves files and pages, and passes everything else on
   * @param front handles its own requests, and passes everything else to the routes
   */
  public record Parts(
      List<Route> routes,
      Dispatcher dispatcher,
      EdgeHandler edge,
      ProblemErrorHandler problems,
      Handler.Wrapper webClient,
      Handler.Wrapper front) {}

  private final Parts parts;
  private final TransportLimits limits;
  private final QueuedThreadPool threads = threads();
  private final Javalin javalin;

  public HttpServer(Parts parts, TransportLimits limits) {
    this.parts = parts;
    this.limits = limits;
    this.javalin = Javalin.create(this::configure);
  }

  public void start() {
    javalin.start();
  }

  /** Lets current requests finish, for at most 5 seconds; then cuts off the rest. */
  public void stop() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      // Everything has been stopped by then. Reaching the time limit is documented behaviour, not a
      // failure.
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
      LOG.warn("The server stopped before all requests were answered");
    }
  }

  public int port() {
    return javalin.port();
  }

  /** How many threads handle requests now. */
  public int busyThreads() {
    return threads.getBusyThreads();
  }

  /** How many requests wait for a thread. */
  public int waiting() {
    return threads.getQueueSize();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.router.ignoreTrailingSlashes = false;
    config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
    config.jetty.threadPool = threads;
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
    config.routes.exception(Exception.class, (e, context) -> parts.dispatcher().answer(context, e));
  }

  private void arrange(Server server) {
    server.setStopTimeout(5_000);
    server.setErrorHandler(parts.problems());
    JsonBodyLoader json = new JsonBodyLoader(limits, parts.problems());
    parts.webClient().setHandler(new EagerContentHandler(parts.front(), json));
    parts.edge().setHandler(parts.webClient());
    server.setHandler(new GracefulHandler(parts.edge()));
  }

  private void unmatched(Context context) {
    TreeSet<String> offered = offered(context.path());
    if (offered.contains("GET")) {
      offered.add("HEAD");
    }
    if (offered.isEmpty()) {
      parts.dispatcher().answer(context, Problem.of(ErrorCode.NOT_FOUND));
      return;
    }
    parts
        .dispatcher()
        .answer(
            context,
            Problem.of(ErrorCode.METHOD_NOT_ALLOWED)
                .withHeader("Allow", String.join(", ", offered)));
  }

  /**
   * A word such as "me" in the place of an identifier is none: methods for identifiers lead to 404.
   */
  private TreeSet<String> offered(String path) {
    List<Route> fitting = parts.routes().stream().filter(route -> route.fits(path)).toList();
    boolean exact = fitting.stream().anyMatch(route -> route.path().equals(path));
    return fitting.stream()
        .filter(route -> !exact || route.path().equals(path))
        .map(Route::method)
        .collect(Collectors.toCollection(TreeSet::new));
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

  /**
   * Jetty's minimum data rate is not set: it counts from the header on, so a server that is busy
   * for a moment would answer 408 to a few bytes that arrived at once. {@link JsonBodyLoader} and
   * the reader of uploads measure only the time that the client takes.
   */
  private ServerConnector connector(Server server) {
    HttpConfiguration http = new HttpConfiguration();
    http.setHttpCompliance(COMPLIANCE);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(limits.connections().headerBytes());
    http.setIdleTimeout(limits.connections().idle().toMillis());
    ServerConnector connector = new PacedConnector(server, new HttpConnectionFactory(http));
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setHost(limits.host());
    connector.setPort(limits.port());
    connector.setIdleTimeout(limits.connections().keepAlive().toMillis());
    connector.addBean(new ConnectionLimiter(connector, limits));
    return connector;
  }
}
