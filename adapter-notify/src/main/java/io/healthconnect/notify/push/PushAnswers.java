package io.healthconnect.notify.push;

import io.healthconnect.domain.push.PushDelivery;
import io.healthconnect.domain.push.PushDelivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What the answers of push services mean (RFC 8030). */
final class PushAnswers {
  private PushAnswers() {}

  /**
   * @param retryAfter the header of that name
   */
  static PushDelivery of(int status, Optional<String> retryAfter, Instant now) {
    if (status >= 200 && status < 300) {
      return PushDelivery.of(Outcome.SENT);
    }
    if (status == 404 || status == 410) {
      return PushDelivery.of(Outcome.GONE);
    }
    if (status == 408 || status == 429 || status >= 500) {
      return retryAfter
          .flatMap(text -> pause(text, now))
          .map(PushDelivery::deferredFor)
          .orElseGet(() -> PushDelivery.of(Outcome.DEFERRED));
    }
    // Redirects are among these: where they lead was not checked.
    return PushDelivery.of(Outcome.REFUSED);
  }

  /** Seconds or a date; empty if it is neither, or over. */
  private static Optional<Duration> pause(String text, Instant now) {
    return (text.matches("[0-9]{1,9}")
            ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
            : date(text).map(at -> Duration.between(now, at)))
        .filter(pause -> !pause.isNegative() && !pause.isZero());
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
