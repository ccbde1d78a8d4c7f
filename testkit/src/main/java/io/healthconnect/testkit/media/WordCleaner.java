package io.healthconnect.testkit.media;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImageCleaner;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageType;
import java.nio.charset.StandardCharsets;

/**
 * Cleans files that are texts: the first word says what the file is to be taken for, {@code jpeg}
 * or {@code png}, or why it is refused, in the words of {@link ImageCleaner.Refusal}. A clean image
 * of 4 by 3 pixels has the same bytes.
 */
public final class WordCleaner implements ImageCleaner {
  @Override
  public Result<CleanImage, Refusal> clean(byte[] upload, ImagePurpose purpose) {
    String word = new String(upload, StandardCharsets.UTF_8).split(" ", 2)[0];
    return switch (word) {
      case "jpeg" -> Result.success(new CleanImage(ImageType.JPEG, 4, 3, upload.clone()));
      case "png" -> Result.success(new CleanImage(ImageType.PNG, 4, 3, upload.clone()));
      default -> Result.failure(refusal(word));
    };
  }

  private static Refusal refusal(String word) {
    for (Refusal refusal : Refusal.values()) {
      if (refusal.name().equals(word)) {
        return refusal;
      }
    }
    return Refusal.UNSUPPORTED_TYPE;
  }
}
