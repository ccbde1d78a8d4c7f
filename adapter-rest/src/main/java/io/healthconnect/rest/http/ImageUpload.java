package io.healthconnect.rest.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request with an image says.
 *
 * @param image the file, of whatever kind; empty when the request has none
 */
public record ImageUpload(
    Optional<byte[]> image, Optional<String> text, Optional<String> clientId) {

  /** The JSON form of it; the image is a data URL. */
  record Body(@Nullable String text, @Nullable String image, @Nullable String clientId) {
    @Override
    public String toString() {
      return "ImageUpload.Body[hidden]";
    }
  }

  @Override
  public String toString() {
    return "ImageUpload[hidden]";
  }
}
