package io.healthconnect.rest.http.request;

import io.healthconnect.rest.http.admission.Rate;
import java.time.Duration;

/**
 * Limits on uploads of images. docs/settings.md lists their defaults.
 *
 * @param fileBytes the largest file
 * @param pixels the most pixels; reported to clients, and checked by the decoder
 * @param side the longest side in pixels; likewise
 * @param atOnce concurrent uploads of all people; each may hold its file in memory
 * @param atOncePerUser concurrent uploads of one person
 * @param rate how often a person may begin an upload, successful or not
 * @param longest how long an upload may take to arrive
 * @param bytesPerSecond the slowest rate; a slower upload is cut off after its first second
 * @param bytesSent bytes of images that are being sent to everybody; one client may hold an eighth
 */
public record ImageLimits(
    int fileBytes,
    int pixels,
    int side,
    int atOnce,
    int atOncePerUser,
    Rate rate,
    Duration longest,
    int bytesPerSecond,
    long bytesSent) {
  public static final ImageLimits DEFAULT = new Builder().build();

  /** Begins with the defaults. */
  public static final class Builder {
    private int fileBytes = 5 * 1024 * 1024;
    private int pixels = 25_000_000;
    private int side = 8192;
    private int atOnce = 16;
    private int atOncePerUser = 2;
    private Rate rate = Rate.perMinute(30);
    private Duration longest = Duration.ofMinutes(2);
    private int bytesPerSecond = 500;
    private long bytesSent = Runtime.getRuntime().maxMemory() / 4;

    public Builder fileBytes(int value) {
      fileBytes = value;
      return this;
    }

    public Builder pixels(int value) {
      pixels = value;
      return this;
    }

    public Builder side(int value) {
      side = value;
      return this;
    }

    public Builder atOnce(int value) {
      atOnce = value;
      return this;
    }

    public Builder atOncePerUser(int value) {
      atOncePerUser = value;
      return this;
    }

    public Builder rate(Rate value) {
      rate = value;
      return this;
    }

    public Builder longest(Duration value) {
      longest = value;
      return this;
    }

    public Builder bytesPerSecond(int value) {
      bytesPerSecond = value;
      return this;
    }

    public Builder bytesSent(long value) {
      bytesSent = value;
      return this;
    }

    public ImageLimits build() {
      return new ImageLimits(
          fileBytes, pixels, side, atOnce, atOncePerUser, rate, longest, bytesPerSecond, bytesSent);
    }
  }
}
