package io.healthconnect.testkit.media;

import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import java.util.Optional;

final class InMemoryImageStoreTest implements ImageStoreContract {
  private final ImageStore images = new InMemoryImageStore();

  @Override
  public ImageStore images() {
    return images;
  }

  @Override
  public Optional<byte[]> follow(Delivery.Redirect redirect) {
    throw new AssertionError("it sends bytes");
  }
}
