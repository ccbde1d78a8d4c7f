package io.healthconnect.signaling.endpoint;

import io.healthconnect.signaling.OriginPolicy;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes endpoints, and keeps what the handshake said for them. */
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

  /** A host of our own has checked the origin before, with the cookies, and passes none on. */
  @Override
  public boolean checkOrigin(@Nullable String origin) {
    return origins.allows(origin, Map.of());
  }

  /** Compression would let a small frame fill the memory. */
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
    Map<String, String> cookies = Cookies.parse(header(request, "Cookie"));
    String origin = header(request, "Origin").stream().findFirst().orElse(null);
    // A container cannot be told here to refuse, but nothing may ride on the cookies.
    Map<String, String> trusted = origins.allows(origin, cookies) ? cookies : Map.of();
    boolean secure = "wss".equals(request.getRequestURI().getScheme());
    return new Handshake(trusted, origin, "", secure);
  }

  private static List<String> header(HandshakeRequest request, String name) {
    return request.getHeaders().getOrDefault(name, List.of());
  }
}
