package io.healthconnect.rest;

import io.healthconnect.edge.address.TrustedProxies;
import io.healthconnect.rest.http.admission.Rate;
import io.healthconnect.rest.http.request.ImageLimits;
import io.healthconnect.rest.http.request.JsonLimits;
import io.healthconnect.rest.http.server.ConnectionLimits;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the HTTP API.
 *
 * @param port 0 means any free port
 * @param publicUrl the URL under which people reach the server; https enables secure cookies and
 *     HSTS
 * @param hstsOfSubdomains whether HSTS covers the subdomains of {@code publicUrl} too
 * @param allowedOrigins additional origins whose pages may use the API, exactly as browsers send
 *     them
 * @param signalingUrl where clients connect for signaling, if not to this server
 * @param imageSources origins that pages load images from, in addition to this site
 * @param sessionLife the lifetime of the session cookie
 * @param vapidKey the public key that devices subscribe with; empty while Web Push is off
 * @param operator what the operator tells people
 */
public record RestSettings(
    String host,
    int port,
    Optional<URI> publicUrl,
    boolean hstsOfSubdomains,
    Set<String> allowedOrigins,
    Optional<URI> signalingUrl,
    List<URI> imageSources,
    TrustedProxies trustedProxies,
    Duration sessionLife,
    Ice ice,
    Optional<String> vapidKey,
    Operator operator,
    Limits limits) {
  /** ICE servers, as {@code stun:} and {@code turn:} URLs. */
  public record Ice(List<String> stunUrls, List<String> turnUrls) {
    public Ice {
      stunUrls = List.copyOf(stunUrls);
      turnUrls = List.copyOf(turnUrls);
    }
  }

  /**
   * What the operator tells people; empty where there is nothing to tell.
   *
   * @param emergencyText what to do in an emergency
   * @param privacyUrl the privacy notice
   * @param termsUrl the terms
   */
  public record Operator(
      Optional<String> emergencyText, Optional<URI> privacyUrl, Optional<URI> termsUrl) {}

  /** What may be done only so often, each with its rate where a host sets no other. */
  public enum Limited {
    /** Sign-ups from one client network. */
    SIGN_UPS(Rate.perMinute(20)),
    /** Log-ins from one client network. */
    LOG_INS(Rate.perMinute(20)),
    /** Messages by one person. */
    MESSAGES(Rate.perSecond(1).withBurst(60)),
    /** Bookings and changes of appointments by one person. */
    APPOINTMENT_CHANGES(Rate.perMinute(60)),
    /** Slots that one patient asks to hold. */
    HOLDS(Rate.perMinute(10).withBurst(30)),
    /** Requests of TURN credentials by one person. */
    TURN_CREDENTIALS(Rate.perHour(20)),
    /** Reads of one calendar feed. */
    CALENDAR_READS(Rate.perMinute(12)),
    /** Mails about access to accounts that one client network, or one person, asks for. */
    RECOVERIES(Rate.perHour(30));

    private final Rate rate;

    Limited(Rate rate) {
      this.rate = rate;
    }
  }

  /**
   * How often something may be done.
   *
   * @param set the rates that a host has set
   */
  public record Rates(Map<Limited, Rate> set) {
    public static final Rates DEFAULT = new Rates(Map.of());

    public Rates {
      set = Map.copyOf(set);
    }

    public Rate of(Limited what) {
      return set.getOrDefault(what, what.rate);
    }

    public Rates with(Limited what, Rate rate) {
      Map<Limited, Rate> all = new EnumMap<>(Limited.class);
      all.putAll(set);
      all.put(what, rate);
      return new Rates(all);
    }
  }

  /**
   * The limits. docs/settings.md lists their defaults.
   *
   * @param expensiveReadsPerAddress concurrent reads of what costs much, from one client network
   */
  public record Limits(
      ConnectionLimits connections,
      int expensiveReadsPerAddress,
      Rates rates,
      JsonLimits json,
      ImageLimits images) {
    public static final Limits DEFAULT =
        new Limits(
            ConnectionLimits.DEFAULT, 2, Rates.DEFAULT, JsonLimits.DEFAULT, ImageLimits.DEFAULT);

    public Limits withConnections(ConnectionLimits connections) {
      return new Limits(connections, expensiveReadsPerAddress, rates, json, images);
    }
  }

  /** Settings for a server on the given port that can only be reached from this machine. */
  public static RestSettings local(int port) {
    return new Builder().port(port).build();
  }

  /** Begins with a server on any free port that can only be reached from this machine. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port = 0;
    private Optional<URI> publicUrl = Optional.empty();
    private boolean hstsOfSubdomains = false;
    private Set<String> allowedOrigins = Set.of();
    private Optional<URI> signalingUrl = Optional.empty();
    private List<URI> imageSources = List.of();
    private TrustedProxies trustedProxies = TrustedProxies.parse(List.of());
    private Duration sessionLife = Duration.ofDays(7);
    private Ice ice = new Ice(List.of(), List.of());
    private Optional<String> vapidKey = Optional.empty();
    private Operator operator = new Operator(Optional.empty(), Optional.empty(), Optional.empty());
    private Limits limits = Limits.DEFAULT;

    public Builder host(String value) {
      host = value;
      return this;
    }

    public Builder port(int value) {
      port = value;
      return this;
    }

    public Builder publicUrl(Optional<URI> value) {
      publicUrl = value;
      return this;
    }

    public Builder hstsOfSubdomains(boolean value) {
      hstsOfSubdomains = value;
      return this;
    }

    public Builder allowedOrigins(Set<String> value) {
      allowedOrigins = value;
      return this;
    }

    public Builder signalingUrl(Optional<URI> value) {
      signalingUrl = value;
      return this;
    }

    public Builder imageSources(List<URI> value) {
      imageSources = value;
      return this;
    }

    public Builder trustedProxies(TrustedProxies value) {
      trustedProxies = value;
      return this;
    }

    public Builder sessionLife(Duration value) {
      sessionLife = value;
      return this;
    }

    public Builder ice(Ice value) {
      ice = value;
      return this;
    }

    public Builder vapidKey(Optional<String> value) {
      vapidKey = value;
      return this;
    }

    public Builder operator(Operator value) {
      operator = value;
      return this;
    }

    public Builder limits(Limits value) {
      limits = value;
      return this;
    }

    public RestSettings build() {
      return new RestSettings(
          host,
          port,
          publicUrl,
          hstsOfSubdomains,
          allowedOrigins,
          signalingUrl,
          imageSources,
          trustedProxies,
          sessionLife,
          ice,
          vapidKey,
          operator,
          limits);
    }
  }
}
