package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SignalingCore;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates endpoints and passes them what the handshake contained. */
final class SignalingConfigurator extends ServerEndpointConfig.Configurator {
  static final String CONTEXT = "io.healthconnect.signaling.context";

  private final SignalingCore core;
  private final OriginPolicy origins;

  SignalingConfigurator(SignalingCore core, OriginPolicy origins) {
    this.core = core;
    this.origins = origins;
  }

  @Override
  public <T> T getEndpointInstance(Class<T> endpointClass) {
    return endpointClass.cast(new SignalingEndpoint(core));
  }

  /** Our own host has already checked the origin together with the cookies, and passes none on. */
  @Override
  public boolean checkOrigin(@Nullable String origin) {
    return origins.allows(origin, false, Map.of());
  }

  /** With compression a small frame could expand and fill the memory. */
  @Override
  public List<Extension> getNegotiatedExtensions(
      List<Extension> installed, List<Extension> requested) {
    return List.of();
  }

  @Override
  public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
    return "";
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    Object hosted = request.getHttpSession();
    config
        .getUserProperties()
        .put(CONTEXT, hosted instanceof UpgradeContext ? hosted : handshake(request));
  }

  private Handshake handshake(HandshakeRequest request) {
    Map<String, List<String>> cookies = origins.cookies(header(request, "Cookie"));
    String origin = header(request, "Origin").stream().findFirst().orElse(null);
    // The container cannot be told to refuse at this point, but the cookies must not be used.
    Map<String, List<String>> trusted = origins.allows(origin, false, cookies) ? cookies : Map.of();
    boolean secure = "wss".equals(request.getRequestURI().getScheme());
    return new Handshake(trusted, origin, "", secure);
  }

  private static List<String> header(HandshakeRequest request, String name) {
    return request.getHeaders().getOrDefault(name, List.of());
  }
}
