package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.HostPolicy;
import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.endpoint.CloseCode;
import io.healthconnect.signaling.endpoint.Cookies;
import io.healthconnect.signaling.endpoint.Handshake;
import io.healthconnect.signaling.endpoint.SignalingCore;
import io.healthconnect.signaling.endpoint.SignalingEndpoint;
import io.healthconnect.signaling.endpoint.UpgradeContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.glassfish.tyrus.core.RequestContext;
import org.glassfish.tyrus.core.TyrusUpgradeResponse;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeInfo;
import org.glassfish.tyrus.spi.WebSocketEngine.UpgradeStatus;
import org.jspecify.annotations.Nullable;

/**
 * Takes {@code /socket.io/} in front of another handler, which gets everything else. Stopping it
 * closes all sockets with 1001.
 */
public final class SignalingHandler extends Handler.Wrapper {
  private static final String ROOT = "/socket.io";

  private final SignalingCore core;
  private final OriginPolicy origins;
  private final Peer peer;
  private final HandshakeCheck check;
  private final ConnectionCaps caps;
  private final RefusedSites refusedSites;

  /** The server ends its connections before it stops its handlers, so this must come first. */
  private final LifeCycle.Listener goodbye =
      new LifeCycle.Listener() {
        @Override
        public void lifeCycleStopping(LifeCycle stopping) {
          core.registry().closeAll(CloseCode.SERVER_STOPPING);
        }
      };

  private @Nullable EngineContainer container;

  public SignalingHandler(SignalingCore core, OriginPolicy origins, HostPolicy hosts, Peer peer) {
    this.core = core;
    this.origins = origins;
    this.peer = peer;
    this.check = new HandshakeCheck(origins, hosts, core.limits().timeouts().handshake());
    this.caps = new ConnectionCaps(core.limits().sockets());
    this.refusedSites = new RefusedSites(core.timers());
  }

  @Override
  protected void doStart() throws Exception {
    EngineContainer started = new EngineContainer(core.limits().frames().maxMessageBytes());
    started.deploy(SignalingEndpoint.config(core, origins));
    container = started;
    getServer().addEventListener(goodbye);
    super.doStart();
  }

  @Override
  protected void doStop() throws Exception {
    goodbye.lifeCycleStopping(this);
    getServer().removeEventListener(goodbye);
    super.doStop();
    EngineContainer started = container;
    if (started != null) {
      started.stop();
    }
  }

  /** How many connections hold a place now. */
  public int connections() {
    return caps.open();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    boolean ours = path != null && (path.equals(ROOT) || path.startsWith(ROOT + '/'));
    EngineContainer started = container;
    if (!ours || started == null) {
      return super.handle(request, response, callback);
    }
    Optional<Refusal> refusal = check.refusal(request);
    if (refusal.isPresent()) {
      refusedSites.refused(refusal.get(), request.getHeaders());
      refuse(refusal.get(), response, callback);
      return true;
    }
    Optional<Runnable> place = caps.take(peer.address(request));
    if (place.isEmpty()) {
      refuse(Refusal.TOO_MANY_CONNECTIONS, response, callback);
    } else {
      upgrade(started, request, response, callback, place.get());
    }
    return true;
  }

  private void upgrade(
      EngineContainer engine,
      Request request,
      Response response,
      Callback callback,
      Runnable giveBack) {
    GuardedConnection connection =
        new GuardedConnection(
            request.getConnectionMetaData().getConnection().getEndPoint(),
            request.getComponents().getExecutor(),
            request.getComponents().getByteBufferPool(),
            core.limits(),
            core.timers(),
            giveBack);
    TyrusUpgradeResponse answer = new TyrusUpgradeResponse();
    UpgradeInfo info = engine.getWebSocketEngine().upgrade(context(request, connection), answer);
    if (info.getStatus() != UpgradeStatus.SUCCESS || answer.getStatus() != 101) {
      giveBack.run();
      refuse(Refusal.BAD_REQUEST, response, callback);
      return;
    }
    connection.upgraded(info);
    response.setStatus(answer.getStatus());
    answer.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
    request.addHttpStreamWrapper(stream -> new GivingBack(stream, giveBack));
    request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection);
    callback.succeeded();
  }

  private RequestContext context(Request request, GuardedConnection connection) {
    HttpFields headers = request.getHeaders();
    Handshake handshake =
        new Handshake(
            Cookies.parse(headers.getValuesList(HttpHeader.COOKIE)),
            headers.get(HttpHeader.ORIGIN),
            peer.address(request),
            peer.secure(request));
    RequestContext context =
        RequestContext.Builder.create()
            .requestURI(URI.create(SignalingEndpoint.PATH))
            .httpSession(new UpgradeContext(handshake, connection))
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

  private static void refuse(Refusal refusal, Response response, Callback callback) {
    response.setStatus(refusal.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    if (refusal == Refusal.UPGRADE_REQUIRED) {
      response.getHeaders().put("Sec-WebSocket-Version", "13");
      response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
    } else if (refusal == Refusal.TOO_MANY_CONNECTIONS) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
    }
    Content.Sink.write(response, true, refusal.body(), callback);
  }

  /** A client that goes away before the upgrade is done must not keep its place. */
  private static final class GivingBack extends HttpStream.Wrapper {
    private final Runnable giveBack;

    GivingBack(HttpStream wrapped, Runnable giveBack) {
      super(wrapped);
      this.giveBack = giveBack;
    }

    @Override
    public void failed(Throwable cause) {
      giveBack.run();
      super.failed(cause);
    }
  }
}
