package io.healthconnect.domain.media;

import java.util.Optional;

/**
 * Stores the bytes of images, and of documents in messages. Callers check who may see an image
 * before they deliver it. When the store is unavailable, every method throws: {@link
 * ImagesUnavailableException} if the store is separate, or the same exception as the other
 * repositories if it is part of them. A write may then have taken effect or not.
 */
public interface ImageStore {

  /**
   * Stores a file; it can be delivered from now on.
   *
   * @param id a new identifier, never used before
   */
  void put(MediaId id, MediaFile file);

  /**
   * Delivers an image that was stored with this type. If there is none: empty, or a redirect that
   * leads to an error.
   */
  Optional<Delivery> deliver(MediaId id, MediaType type);

  /** The bytes of an image that was stored with this type; empty if there is none. */
  Optional<byte[]> read(MediaId id, MediaType type);

  /**
   * Removes an image permanently; does nothing if there is none.
   *
   * @return whether there was one; true if the store cannot tell
   */
  boolean delete(MediaId id);
}
