package io.healthconnect.rest.system;

import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.ImageLimits;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client needs to know before it starts. */
public final class ConfigRoutes {
  /**
   * @param signalingUrl where Socket.IO connects; null means this server
   * @param vapidKey what devices subscribe to notices with; null means that Web Push is off
   * @param emergencyText what the operator tells people to do in an emergency, as plain text
   * @param privacyUrl the operator's privacy notice
   * @param termsUrl the operator's terms
   */
  public record ConfigResponse(
      @Nullable String signalingUrl,
      String signalingPath,
      Features features,
      @Nullable String vapidKey,
      @Nullable String emergencyText,
      @Nullable String privacyUrl,
      @Nullable String termsUrl,
      Limits limits) {}

  /**
   * The features that are enabled.
   *
   * @param mail whether the server sends mails, and so links for forgotten passwords
   */
  public record Features(boolean images, boolean turn, boolean mail) {}

  /** Limits that the client should check itself. */
  public record Limits(
      int messageLength,
      int passwordMin,
      int passwordMax,
      int slotDays,
      int pageSize,
      int sdpBytes,
      int candidateBytes,
      int imageBytes,
      int imagePixels,
      int imageSide) {
    public static Limits of(ImageLimits images) {
      return new Limits(
          4096,
          8,
          128,
          62,
          100,
          32 * 1024,
          1024,
          images.fileBytes(),
          images.pixels(),
          images.side());
    }
  }

  private final ConfigResponse response;

  public ConfigRoutes(ConfigResponse response) {
    this.response = response;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/config", Access.ANYONE, this::config));
  }

  private Reply config(Exchange exchange) {
    return Reply.ok(response);
  }
}
