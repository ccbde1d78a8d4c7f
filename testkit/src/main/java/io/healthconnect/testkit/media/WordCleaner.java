package io.healthconnect.testkit.media;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImageCleaner;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.domain.media.MediaType;
import java.nio.charset.StandardCharsets;

/**
 * Stands in for an image cleaner, for files that are plain text: the first word names the format,
 * {@code jpeg} or {@code png}, or a constant of {@link ImageRefusal}. The cleaned image has the
 * same bytes and measures 4 by 3 pixels.
 */
public final class WordCleaner implements ImageCleaner {
  @Override
  public Result<CleanImage, ImageRefusal> clean(
      AccountId owner, byte[] upload, ImagePurpose purpose) {
    String word = new String(upload, StandardCharsets.UTF_8).split(" ", 2)[0];
    return switch (word) {
      case "jpeg" -> Result.success(new CleanImage(MediaType.JPEG, 4, 3, upload.clone()));
      case "png" -> Result.success(new CleanImage(MediaType.PNG, 4, 3, upload.clone()));
      default -> Result.failure(refusal(word));
    };
  }

  private static ImageRefusal refusal(String word) {
    for (ImageRefusal refusal : ImageRefusal.values()) {
      if (refusal.name().equals(word)) {
        return refusal;
      }
    }
    return ImageRefusal.UNSUPPORTED_TYPE;
  }
}
