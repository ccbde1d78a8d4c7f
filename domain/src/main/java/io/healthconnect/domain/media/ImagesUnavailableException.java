package io.healthconnect.domain.media;

import java.time.Duration;

/** The image store is unavailable now; everything else works. */
public final class ImagesUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param retryAfter after how long a retry may be worthwhile
   */
  public ImagesUnavailableException(Duration retryAfter, Throwable cause) {
    super("images are unavailable", cause);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
