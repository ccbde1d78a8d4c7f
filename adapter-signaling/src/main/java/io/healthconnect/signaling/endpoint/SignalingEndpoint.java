package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.polling.UpgradeProbe;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.session.EngineSession;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.PacketReceiver;
import io.healthconnect.signaling.session.SignalingCore;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endpoint of one connection, the same on the product's own port and in any container. */
public final class SignalingEndpoint extends Endpoint {
  /** The path of the endpoint. */
  public static final String PATH = "/socket.io/";

  private static final Logger LOG = LoggerFactory.getLogger(SignalingEndpoint.class);

  private final SignalingCore core;
  private @Nullable PacketReceiver receiver;

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
    // Any other value makes the engine schedule a task and wake a thread for every message.
    session.setMaxIdleTimeout(-1);
    int maxMessage = core.limits().frames().maxMessageBytes();
    session.setMaxTextMessageBufferSize(maxMessage);
    session.setMaxBinaryMessageBufferSize(maxMessage);
    PacketReceiver opened = receiver(session, config.getUserProperties());
    receiver = opened;
    session.addMessageHandler(String.class, new TextAssembler(opened, maxMessage));
    session.addMessageHandler(ByteBuffer.class, opened::onBinary);
    if (opened instanceof EngineSession engine) {
      engine.open(List.of());
    }
  }

  private PacketReceiver receiver(Session session, Map<String, Object> properties) {
    Object context = properties.get(SignalingConfigurator.CONTEXT);
    if (context instanceof UpgradeContext hosted && hosted.polling().isPresent()) {
      return UpgradeProbe.begin(hosted.polling().get(), hosted.outbound(), core);
    }
    if (context instanceof UpgradeContext hosted) {
      return new EngineSession(core, hosted.outbound(), hosted.handshake());
    }
    if (context instanceof Handshake handshake) {
      ContainerOutbound outbound = new ContainerOutbound(session, core.limits(), core.timers());
      return new EngineSession(core, outbound, handshake);
    }
    throw new IllegalStateException("The handshake was not seen");
  }

  @Override
  public void onClose(Session session, CloseReason closeReason) {
    PacketReceiver opened = receiver;
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
    PacketReceiver opened = receiver;
    if (opened != null) {
      opened.close(CloseCode.INTERNAL_FAILURE);
    }
  }
}
