package io.healthconnect.cloudinary;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.PdfFile;
import io.healthconnect.standin.CloudinaryStandIn;
import io.healthconnect.testkit.media.ImageStoreContract;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudinaryImageStoreTest implements ImageStoreContract {
  private CloudinaryStandIn cloudinary;
  private CloudinaryImageStore images;

  @BeforeEach
  void open() throws IOException {
    cloudinary = new CloudinaryStandIn(Clock.systemUTC());
    images = new CloudinaryImageStore(CloudinaryAddress.parse(cloudinary.url()), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    images.close();
    cloudinary.close();
  }

  @Override
  public ImageStore images() {
    return images;
  }

  /** Accounts there deliver PDF files only if their owner allows it. */
  @Test
  @Override
  public void keepsDocuments() {
    PdfFile document = new PdfFile(new byte[] {1});
    assertThrows(IllegalArgumentException.class, () -> images.put(ID, document));
  }

  @Override
  public Optional<byte[]> follow(Delivery.Redirect redirect) {
    return Browser.get(redirect.url());
  }
}
