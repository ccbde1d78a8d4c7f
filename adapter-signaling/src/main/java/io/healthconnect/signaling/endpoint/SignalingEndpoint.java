package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.OriginPolicy;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection's endpoint. It is the same on the product's own port and in any container. */
public final class SignalingEndpoint extends Endpoint {
  /** Where the endpoint listens. */
  public static final String PATH = "/socket.io/";

  private static final Logger LOG = LoggerFactory.getLogger(SignalingEndpoint.class);

  private final SignalingCore core;
  private @Nullable EngineSession engine;

  SignalingEndpoint(SignalingCore core) {
    this.core = core;
  }

  /** What a container needs to deploy the endpoint. */
  public static ServerEndpointConfig config(SignalingCore core, OriginPolicy origins) {
    return ServerEndpointConfig.Builder.create(SignalingEndpoint.class, PATH)
        .configurator(new SignalingConfigurator(core, origins))
        .build();
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    // Anything else makes the engine schedule a task and wake a thread for every message.
    session.setMaxIdleTimeout(-1);
    int maxMessage = core.limits().frames().maxMessageBytes();
    session.setMaxTextMessageBufferSize(maxMessage);
    session.setMaxBinaryMessageBufferSize(maxMessage);
    EngineSession opened = open(session, config.getUserProperties());
    engine = opened;
    session.addMessageHandler(String.class, new TextParts(opened, maxMessage));
    session.addMessageHandler(ByteBuffer.class, ignored -> opened.onBinary());
    opened.open();
  }

  private EngineSession open(Session session, Map<String, Object> properties) {
    Object context = properties.get(SignalingConfigurator.CONTEXT);
    if (context instanceof UpgradeContext hosted) {
      return new EngineSession(core, hosted.outbound(), hosted.handshake());
    }
    if (context instanceof Handshake handshake) {
      AsyncOutbound outbound = new AsyncOutbound(session, core.limits(), core.timers());
      return new EngineSession(core, outbound, handshake);
    }
    throw new IllegalStateException("The handshake was not seen");
  }

  @Override
  public void onClose(Session session, CloseReason closeReason) {
    EngineSession opened = engine;
    if (opened != null) {
      opened.onClosed();
    }
  }

  @Override
  public void onError(Session session, Throwable failure) {
    if (failure instanceof IOException) {
      LOG.debug("The connection failed", failure);
    } else {
      LOG.error("A socket failed", failure);
    }
    EngineSession opened = engine;
    if (opened != null) {
      opened.close(CloseCode.INTERNAL_FAILURE);
    }
  }
}
