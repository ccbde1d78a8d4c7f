package io.healthconnect.rest;

import io.healthconnect.rest.http.ImageLimits;
import io.healthconnect.rest.http.JsonLimits;
import io.healthconnect.rest.http.TrustedProxies;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the HTTP side runs.
 *
 * @param port 0 takes any free one
 * @param publicUrl where people reach the server; https turns on secure cookies and HSTS
 * @param allowedOrigins further origins whose pages may use the API, exactly as browsers send them
 * @param signalingUrl where clients connect for signaling, when it is not this server
 * @param imageSources where pages show images from, beside this site
 * @param sessionLife life of the session's cookie
 */
public record RestSettings(
    String host,
    int port,
    Optional<URI> publicUrl,
    Set<String> allowedOrigins,
    Optional<URI> signalingUrl,
    List<URI> imageSources,
    TrustedProxies trustedProxies,
    Duration sessionLife,
    Ice ice,
    Limits limits) {
  /** Addresses for connecting peers, as {@code stun:} and {@code turn:} URLs. */
  public record Ice(List<String> stunUrls, List<String> turnUrls) {
    public Ice {
      stunUrls = List.copyOf(stunUrls);
      turnUrls = List.copyOf(turnUrls);
    }
  }

  /**
   * How much is accepted. Defaults are those of robustness.md section 2.
   *
   * @param connections over all addresses
   * @param idle silence within a request
   * @param keepAlive silence between the requests of a connection
   * @param bytesPerSecond a body that comes, or a reply that is taken, more slowly is given up
   * @param chatBurst messages that a user may send at once
   */
  public record Limits(
      int headerBytes,
      int uriLength,
      Duration headerDeadline,
      Duration idle,
      Duration keepAlive,
      int bytesPerSecond,
      int connections,
      int connectionsPerAddress,
      int signUpsPerMinute,
      int logInsPerMinute,
      int chatBurst,
      int chatPerSecond,
      int turnCredentialsPerHour,
      JsonLimits json,
      ImageLimits images) {
    public static final Limits DEFAULT =
        new Limits(
            8 * 1024,
            4 * 1024,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            500,
            20_000,
            200,
            20,
            20,
            60,
            1,
            20,
            JsonLimits.DEFAULT,
            ImageLimits.DEFAULT);
  }

  /** Settings for a server that only this machine reaches, on the given port. */
  public static RestSettings local(int port) {
    return new RestSettings(
        "127.0.0.1",
        port,
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        List.of(),
        TrustedProxies.parse(List.of()),
        Duration.ofDays(7),
        new Ice(List.of(), List.of()),
        Limits.DEFAULT);
  }
}
