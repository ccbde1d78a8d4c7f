package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.HostPolicy;
import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.endpoint.SignalingEndpoint;
import io.healthconnect.signaling.endpoint.UpgradeContext;
import io.healthconnect.signaling.polling.PollingSession;
import io.healthconnect.signaling.polling.PollingSessions;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SignalingCore;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.glassfish.tyrus.core.RequestContext;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeInfo;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeStatus;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code /socket.io/} in front of another handler, which serves everything else. Stopping it
 * closes all sockets with 1001. Stopping the server leaves no connection open.
 */
public final class SignalingHandler extends Handler.Wrapper {
  private static final String ROOT = "/socket.io";

  private final SignalingCore core;
  private final OriginPolicy origins;
  private final Peer peer;
  private final HandshakeValidator validator;
  private final ConnectionLimiter connections;
  private final RefusedHandshakeLog refusedHandshakes;
  private final PollingSessions sessions;
  private final PollingHandler polling;

  /** The server closes its connections before it stops its handlers: sockets must come first. */
  private final LifeCycle.Listener closeSocketsFirst =
      new LifeCycle.Listener() {
        @Override
        public void lifeCycleStopping(LifeCycle stopping) {
          core.registry().closeAll(CloseCode.SERVER_STOPPING);
        }
      };

  private @Nullable EngineContainer container;
  private List<AcceptedConnections> accepted = List.of();

  public SignalingHandler(SignalingCore core, OriginPolicy origins, HostPolicy hosts, Peer peer) {
    this.core = core;
    this.origins = origins;
    this.peer = peer;
    this.validator = new HandshakeValidator(origins, hosts, core.limits().timeouts().handshake());
    this.connections = new ConnectionLimiter(core.limits().sockets());
    this.refusedHandshakes = new RefusedHandshakeLog(core.timers());
    this.sessions = new PollingSessions(core);
    this.polling = new PollingHandler(core, sessions, origins, connections);
  }

  @Override
  protected void doStart() throws Exception {
    EngineContainer started = new EngineContainer(core.limits().frames().maxMessageBytes());
    started.deploy(SignalingEndpoint.config(core, origins));
    container = started;
    getServer().addEventListener(closeSocketsFirst);
    accepted =
        getServer().getBeans(ServerConnector.class).stream().map(AcceptedConnections::new).toList();
    accepted.forEach(AcceptedConnections::watch);
    super.doStart();
  }

  @Override
  protected void doStop() throws Exception {
    closeSocketsFirst.lifeCycleStopping(this);
    getServer().removeEventListener(closeSocketsFirst);
    accepted.forEach(AcceptedConnections::release);
    super.doStop();
    EngineContainer started = container;
    if (started != null) {
      started.stop();
    }
  }

  /** The number of open connections. */
  public int connections() {
    return connections.open();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    boolean ours = path != null && (path.equals(ROOT) || path.startsWith(ROOT + '/'));
    EngineContainer started = container;
    if (!ours || started == null) {
      return super.handle(request, response, callback);
    }
    Optional<HandshakeRefusal> refusal = validator.refusal(request);
    if (refusal.isPresent()) {
      refusedHandshakes.refused(refusal.get(), request.getHeaders());
      PollingHandler.refuse(refusal.get(), response, callback);
      return true;
    }
    EngineRequest query = EngineRequest.of(request.getHttpURI().getQuery());
    Handshake client = handshake(request);
    if (query.is("transport", "polling")) {
      polling.handle(request, response, callback, client, query);
    } else if (query.hasSid()) {
      upgradeSession(started, request, response, callback, query.sid().orElseThrow());
    } else {
      openSocket(started, request, response, callback, client);
    }
    return true;
  }

  private void openSocket(
      EngineContainer engine,
      Request request,
      Response response,
      Callback callback,
      Handshake client) {
    Optional<Runnable> permit = connections.acquire(client.remoteAddress());
    if (permit.isEmpty()) {
      PollingHandler.refuse(HandshakeRefusal.TOO_MANY_CONNECTIONS, response, callback);
    } else {
      upgrade(engine, request, response, callback, Optional.empty(), permit.get());
    }
  }

  /** The session already holds a permit, and has at most one WebSocket. */
  private void upgradeSession(
      EngineContainer engine, Request request, Response response, Callback callback, String sid) {
    Optional<PollingSession> session = sessions.find(sid);
    if (session.isEmpty()) {
      PollingHandler.refuse(HandshakeRefusal.SESSION_UNKNOWN, response, callback);
    } else if (!polling.sameCookies(session.get().handshake(), handshake(request))) {
      PollingHandler.refuse(HandshakeRefusal.FORBIDDEN, response, callback);
    } else if (!session.get().mayUpgrade()) {
      PollingHandler.refuse(HandshakeRefusal.BAD_REQUEST, response, callback);
    } else {
      upgrade(engine, request, response, callback, session, () -> {});
    }
  }

  private void upgrade(
      EngineContainer engine,
      Request request,
      Response response,
      Callback callback,
      Optional<PollingSession> session,
      Runnable release) {
    GuardedConnection connection =
        new GuardedConnection(
            request.getConnectionMetaData().getConnection().getEndPoint(),
            request.getComponents().getExecutor(),
            request.getComponents().getByteBufferPool(),
            core.limits(),
            core.timers(),
            isOkHttp(request.getHeaders()),
            release);
    TyrusUpgradeResponse answer = new TyrusUpgradeResponse();
    UpgradeInfo info =
        engine.getWebSocketEngine().upgrade(context(request, connection, session), answer);
    if (info.getStatus() != UpgradeStatus.SUCCESS || answer.getStatus() != 101) {
      release.run();
      PollingHandler.refuse(HandshakeRefusal.BAD_REQUEST, response, callback);
      return;
    }
    connection.upgraded(info);
    response.setStatus(answer.getStatus());
    answer.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
    request.addHttpStreamWrapper(stream -> new ReleasingStream(stream, release));
    request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection);
    callback.succeeded();
  }

  private static boolean isOkHttp(HttpFields headers) {
    String agent = headers.get(HttpHeader.USER_AGENT);
    return agent != null && agent.startsWith("okhttp/");
  }

  private Handshake handshake(Request request) {
    HttpFields headers = request.getHeaders();
    return new Handshake(
        origins.cookies(headers.getValuesList(HttpHeader.COOKIE)),
        headers.get(HttpHeader.ORIGIN),
        peer.address(request),
        peer.secure(request));
  }

  private RequestContext context(
      Request request, GuardedConnection connection, Optional<PollingSession> session) {
    HttpFields headers = request.getHeaders();
    Handshake handshake = handshake(request);
    RequestContext context =
        RequestContext.Builder.create()
            .requestURI(URI.create(SignalingEndpoint.PATH))
            .httpSession(new UpgradeContext(handshake, connection, session))
            .secure(handshake.secure())
            .remoteAddr(handshake.remoteAddress())
            .build();
    // Only what the handshake needs: neither extensions nor subprotocols are ever negotiated.
    for (String name : List.of("Host", "Sec-WebSocket-Key", "Sec-WebSocket-Version")) {
      HttpField field = headers.getField(name);
      context.getHeaders().put(name, List.of(field == null ? "" : field.getValue()));
    }
    context.getHeaders().putAll(Map.of("Upgrade", List.of("websocket")));
    context.getHeaders().putAll(Map.of("Connection", List.of("Upgrade")));
    return context;
  }

  /** Releases the permit of a client that goes away before the upgrade is complete. */
  private static final class ReleasingStream extends HttpStream.Wrapper {
    private final Runnable release;

    ReleasingStream(HttpStream wrapped, Runnable release) {
      super(wrapped);
      this.release = release;
    }

    @Override
    public void failed(Throwable cause) {
      release.run();
      super.failed(cause);
    }
  }
}
