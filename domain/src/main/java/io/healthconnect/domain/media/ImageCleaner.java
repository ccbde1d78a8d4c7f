package io.healthconnect.domain.media;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;

/**
 * Makes an image safe to show to others: decodes it completely, turns it upright, shrinks it, and
 * encodes the pixels again. Whatever else the file contained (location, camera, colour profile,
 * comments, thumbnails, data after the end) is gone.
 */
public interface ImageCleaner {

  /**
   * Cleans one uploaded file. Its first bytes and a full decode determine what it is; of an
   * animation only the first frame is kept. Waits for other images, within a bound; owners take
   * turns, so that many uploads by one do not delay those of others. Never refuses because of a
   * quota, which it does not know.
   */
  Result<CleanImage, ImageRefusal> clean(AccountId owner, byte[] upload, ImagePurpose purpose);
}
