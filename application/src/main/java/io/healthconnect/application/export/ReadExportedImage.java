package io.healthconnect.application.export;

import io.healthconnect.domain.media.Media;
import java.util.Optional;

/** Reads the bytes of an image that an export has named. */
public interface ReadExportedImage {
  /** The bytes; empty if the image was removed meanwhile. */
  Optional<byte[]> readExportedImage(Media image);
}
