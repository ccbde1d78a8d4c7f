package io.healthconnect.domain.media;

import java.time.Duration;

/** The store of images cannot answer now; all else works. */
public final class ImagesUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param retryAfter when another try may be worth while
   */
  public ImagesUnavailableException(Duration retryAfter, Throwable cause) {
    super("images are unavailable", cause);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
