package io.healthconnect.rest.http.server;

import java.time.Duration;

/**
 * Limits on connections. docs/settings.md lists their defaults.
 *
 * @param headerBytes the largest request header
 * @param uriLength the longest path with its query, in characters
 * @param headerDeadline for a request's header, from its first byte or from the start of the
 *     connection
 * @param idle the longest silence within a request
 * @param keepAlive the longest silence between the requests of a connection
 * @param bytesPerSecond the slowest rate at which a body may arrive or a reply may be read
 * @param most connections from all addresses together
 * @param mostPerAddress connections from one client network
 */
public record ConnectionLimits(
    int headerBytes,
    int uriLength,
    Duration headerDeadline,
    Duration idle,
    Duration keepAlive,
    int bytesPerSecond,
    int most,
    int mostPerAddress) {
  public static final ConnectionLimits DEFAULT = new Builder().build();

  /** Begins with the defaults. */
  public static final class Builder {
    private int headerBytes = 8 * 1024;
    private int uriLength = 4 * 1024;
    private Duration headerDeadline = Duration.ofSeconds(10);
    private Duration idle = Duration.ofSeconds(10);
    private Duration keepAlive = Duration.ofSeconds(30);
    private int bytesPerSecond = 500;
    private int most = 20_000;
    private int mostPerAddress = 200;

    public Builder headerBytes(int value) {
      headerBytes = value;
      return this;
    }

    public Builder uriLength(int value) {
      uriLength = value;
      return this;
    }

    public Builder headerDeadline(Duration value) {
      headerDeadline = value;
      return this;
    }

    public Builder idle(Duration value) {
      idle = value;
      return this;
    }

    public Builder keepAlive(Duration value) {
      keepAlive = value;
      return this;
    }

    public Builder bytesPerSecond(int value) {
      bytesPerSecond = value;
      return this;
    }

    public Builder most(int value) {
      most = value;
      return this;
    }

    public Builder mostPerAddress(int value) {
      mostPerAddress = value;
      return this;
    }

    public ConnectionLimits build() {
      return new ConnectionLimits(
          headerBytes,
          uriLength,
          headerDeadline,
          idle,
          keepAlive,
          bytesPerSecond,
          most,
          mostPerAddress);
    }
  }
}
