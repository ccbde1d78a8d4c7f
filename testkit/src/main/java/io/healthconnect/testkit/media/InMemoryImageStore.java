package io.healthconnect.testkit.media;

import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaFile;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The bytes of images and documents in memory. */
public final class InMemoryImageStore implements ImageStore {
  private final Map<MediaId, MediaFile> files = new ConcurrentHashMap<>();

  /** What happens before a file is read. */
  public volatile Runnable beforeRead = () -> {};

  @Override
  public void put(MediaId id, MediaFile file) {
    if (files.putIfAbsent(id, file) != null) {
      throw new IllegalStateException("the file already exists");
    }
  }

  @Override
  public Optional<Delivery> deliver(MediaId id, MediaType type) {
    return read(id, type).map(Delivery.Bytes::new);
  }

  @Override
  public Optional<byte[]> read(MediaId id, MediaType type) {
    beforeRead.run();
    return Optional.ofNullable(files.get(id))
        .filter(file -> file.type() == type)
        .map(MediaFile::bytes);
  }

  @Override
  public boolean delete(MediaId id) {
    return files.remove(id) != null;
  }

  /** The files that are stored now. */
  public Set<MediaId> kept() {
    return Set.copyOf(files.keySet());
  }
}
