package io.healthconnect.testkit.media;

import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.ImageType;
import io.healthconnect.domain.media.MediaId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The bytes of images in memory. */
public final class InMemoryImageStore implements ImageStore {
  private final Map<MediaId, CleanImage> images = new ConcurrentHashMap<>();

  /** What happens before an image is read. */
  public volatile Runnable beforeRead = () -> {};

  @Override
  public void put(MediaId id, CleanImage image) {
    if (images.putIfAbsent(id, image) != null) {
      throw new IllegalStateException("the image already exists");
    }
  }

  @Override
  public Optional<Delivery> deliver(MediaId id, ImageType type) {
    return read(id, type).map(Delivery.Bytes::new);
  }

  @Override
  public Optional<byte[]> read(MediaId id, ImageType type) {
    beforeRead.run();
    return Optional.ofNullable(images.get(id))
        .filter(image -> image.type() == type)
        .map(CleanImage::bytes);
  }

  @Override
  public boolean delete(MediaId id) {
    return images.remove(id) != null;
  }

  /** The images that are stored now. */
  public Set<MediaId> kept() {
    return Set.copyOf(images.keySet());
  }
}
