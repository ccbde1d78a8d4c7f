package io.healthconnect.bootstrap;

import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.ImageType;
import java.util.Optional;

/**
 * New images go to one store; those that another has kept before are still shown and removed.
 *
 * @param now may answer for images that it does not have
 * @param before knows what it has; for that the other is not asked, which may be away
 */
record SucceedingImageStore(ImageStore now, ImageStore before) implements ImageStore {
  @Override
  public void put(MediaId id, CleanImage image) {
    now.put(id, image);
  }

  @Override
  public Optional<Delivery> deliver(MediaId id, ImageType type) {
    return before.deliver(id, type).or(() -> now.deliver(id, type));
  }

  @Override
  public boolean delete(MediaId id) {
    return before.delete(id) || now.delete(id);
  }
}
