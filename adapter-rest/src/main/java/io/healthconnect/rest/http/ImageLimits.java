package io.healthconnect.rest.http;

import java.time.Duration;

/**
 * How images are taken in. Defaults are those of robustness.md section 2 where it has any.
 *
 * @param fileBytes of one image
 * @param pixels of one image; told to clients, checked where it is decoded
 * @param side of one image in pixels; likewise
 * @param atOnce uploads under way, over all people; each may hold its file in memory
 * @param atOncePerUser uploads of one person under way
 * @param perMinute uploads that a person may begin, good or bad
 * @param within how long one upload may take to arrive
 */
public record ImageLimits(
    int fileBytes,
    int pixels,
    int side,
    int atOnce,
    int atOncePerUser,
    int perMinute,
    Duration within) {
  public static final ImageLimits DEFAULT =
      new ImageLimits(5 * 1024 * 1024, 25_000_000, 8192, 16, 2, 30, Duration.ofMinutes(2));
}
