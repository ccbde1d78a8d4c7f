package io.healthconnect.domain.media;

import io.healthconnect.domain.account.MediaId;
import java.util.Optional;

/**
 * Keeps the bytes of images. Who may see one is not its matter: callers ask before they let it
 * deliver. When the store cannot answer now, everything throws {@link ImagesUnavailableException}
 * if it is a store of its own, or what the other repositories throw if it is a part of theirs;
 * nothing is then known of the effect.
 */
public interface ImageStore {

  /**
   * Keeps an image; it can be delivered from now on.
   *
   * @param id new, never put before
   */
  void put(MediaId id, CleanImage image);

  /**
   * Hands out an image that was put with this type. When there is none: empty, or a redirect that
   * leads to nothing.
   */
  Optional<Delivery> deliver(MediaId id, ImageType type);

  /**
   * Removes an image for good; does nothing when there is none.
   *
   * @return whether there was one; a store that cannot tell says yes
   */
  boolean delete(MediaId id);
}
