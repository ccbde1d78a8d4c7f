package io.healthconnect.rest.http.request;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a request with an image.
 *
 * @param image the file, of any kind; empty if the request has none
 */
public record ImageUpload(
    Optional<byte[]> image,
    Optional<String> text,
    Optional<String> clientId,
    Optional<String> licenceNumber) {

  /** The JSON form; the image is a data URL. */
  record Body(
      @Nullable String text,
      @Nullable String image,
      @Nullable String clientId,
      @Nullable String licenceNumber) {
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
