package io.healthconnect.bootstrap;

import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaFile;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import java.util.Optional;

/**
 * New images go to a store elsewhere. Documents stay in the server's own store, because a service
 * for images delivers PDF files only to accounts that allow it; images that the own store holds
 * from before are still shown and removed.
 *
 * @param elsewhere for images; may answer for some that it does not have
 * @param own knows what it has, so the other one, which may be unavailable, is not asked for that
 */
record FallbackImageStore(ImageStore elsewhere, ImageStore own) implements ImageStore {
  @Override
  public void put(MediaId id, MediaFile file) {
    (file.type() == MediaType.PDF ? own : elsewhere).put(id, file);
  }

  @Override
  public Optional<Delivery> deliver(MediaId id, MediaType type) {
    return own.deliver(id, type).or(() -> elsewhere.deliver(id, type));
  }

  @Override
  public Optional<byte[]> read(MediaId id, MediaType type) {
    return own.read(id, type).or(() -> elsewhere.read(id, type));
  }

  @Override
  public boolean delete(MediaId id) {
    return own.delete(id) || elsewhere.delete(id);
  }
}
