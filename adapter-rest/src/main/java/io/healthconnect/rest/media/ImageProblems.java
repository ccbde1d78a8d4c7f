package io.healthconnect.rest.media;

import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import java.time.Duration;

/** Explains why a file was refused. */
public final class ImageProblems {
  private static final String WANTED = "Send a JPEG, PNG, WebP or GIF.";
  private static final Duration BUSY = Duration.ofSeconds(3);
  private static final Duration QUOTA = Duration.ofHours(1);

  private ImageProblems() {}

  public static Problem of(ImageRefusal refusal) {
    return switch (refusal) {
      case UNSUPPORTED_TYPE ->
          Problem.of(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The file is not a supported image. " + WANTED);
      case HEIC ->
          Problem.of(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE,
              "Photos in the HEIC format are not supported. " + WANTED);
      case SVG ->
          Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "SVG drawings are not supported. " + WANTED);
      case NOT_PDF ->
          Problem.of(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The document is not a PDF, or not all of one.");
      case DAMAGED -> Problem.of(ErrorCode.DAMAGED_IMAGE);
      case TOO_MANY_PIXELS -> Problem.of(ErrorCode.TOO_MANY_PIXELS);
      case BUSY -> Problem.retryAfter(ErrorCode.OVERLOADED, BUSY);
      case QUOTA_REACHED -> Problem.retryAfter(ErrorCode.RATE_LIMITED, QUOTA);
    };
  }
}
