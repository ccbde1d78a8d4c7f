package io.healthconnect.security.media;

import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImageCleaner;
import io.healthconnect.domain.media.ImagePurpose;

/** Cleans what must not be refused. */
final class Cleaned {
  private Cleaned() {}

  static CleanImage image(ImageCleaner cleaner, byte[] file) {
    return image(cleaner, file, ImagePurpose.CHAT);
  }

  static CleanImage image(ImageCleaner cleaner, byte[] file, ImagePurpose purpose) {
    return cleaner
        .clean(file, purpose)
        .fold(
            image -> image,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }
}
