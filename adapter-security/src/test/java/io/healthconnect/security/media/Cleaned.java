package io.healthconnect.security.media;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImageCleaner;
import io.healthconnect.domain.media.ImagePurpose;

/** Cleans images that must not be refused. */
final class Cleaned {
  static final AccountId OWNER = new AccountId("owner");

  private Cleaned() {}

  static CleanImage image(ImageCleaner cleaner, byte[] file) {
    return image(cleaner, file, ImagePurpose.CHAT);
  }

  static CleanImage image(ImageCleaner cleaner, byte[] file, ImagePurpose purpose) {
    return cleaner
        .clean(OWNER, file, purpose)
        .fold(
            image -> image,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }
}
