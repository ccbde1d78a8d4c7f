package io.healthconnect.bootstrap;

import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.ImageType;
import io.healthconnect.domain.media.MediaId;
import java.util.Optional;

/**
 * New images go to one store; those that a former store holds are still shown and removed.
 *
 * @param current may answer for images that it does not have
 * @param former knows what it has, so the current one, which may be unavailable, is not asked for
 *     that
 */
record FallbackImageStore(ImageStore current, ImageStore former) implements ImageStore {
  @Override
  public void put(MediaId id, CleanImage image) {
    current.put(id, image);
  }

  @Override
  public Optional<Delivery> deliver(MediaId id, ImageType type) {
    return former.deliver(id, type).or(() -> current.deliver(id, type));
  }

  @Override
  public Optional<byte[]> read(MediaId id, ImageType type) {
    return former.read(id, type).or(() -> current.read(id, type));
  }

  @Override
  public boolean delete(MediaId id) {
    return former.delete(id) || current.delete(id);
  }
}
