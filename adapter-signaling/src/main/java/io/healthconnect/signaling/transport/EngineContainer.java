package io.healthconnect.signaling.transport;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;

/** The WebSocket engine without a server of its own. */
final class EngineContainer extends TyrusServerContainer {
  private static final int FRAME_OVERHEAD = 1024;

  private final TyrusWebSocketEngine engine;

  EngineContainer(int maxMessageBytes) {
    super(Set.of());
    int buffer = (int) Math.min(Integer.MAX_VALUE - 8L, maxMessageBytes + (long) FRAME_OVERHEAD);
    engine = TyrusWebSocketEngine.builder(this).incomingBufferSize(buffer).build();
  }

  /** Deploys the endpoint; the container is ready when this returns. */
  void deploy(ServerEndpointConfig config) throws IOException, DeploymentException {
    addEndpoint(config);
    start("", 0);
    doneDeployment();
  }

  @Override
  public void register(Class<?> endpointClass) throws DeploymentException {
    engine.register(endpointClass, "");
  }

  @Override
  public void register(ServerEndpointConfig config) throws DeploymentException {
    engine.register(config, "");
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of();
  }

  @Override
  public TyrusWebSocketEngine getWebSocketEngine() {
    return engine;
  }
}
