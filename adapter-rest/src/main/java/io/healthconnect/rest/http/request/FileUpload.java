package io.healthconnect.rest.http.request;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a request that may have a file.
 *
 * @param image a file of any kind, sent as an image; empty if the request has none
 * @param document likewise, sent as a document
 */
public record FileUpload(
    Optional<byte[]> image,
    Optional<byte[]> document,
    Optional<String> documentName,
    Optional<String> text,
    Optional<String> clientId,
    Optional<String> licenceNumber) {

  /** The names of all fields. */
  static final Set<String> FIELDS =
      Set.of("image", "document", "documentName", "text", "clientId", "licenceNumber");

  /** The JSON form; files are data URLs. */
  record Body(
      @Nullable String image,
      @Nullable String document,
      @Nullable String documentName,
      @Nullable String text,
      @Nullable String clientId,
      @Nullable String licenceNumber) {

    FileUpload decoded() {
      return new FileUpload(
          Optional.ofNullable(image).map(DataUrl.IMAGE::decode),
          Optional.ofNullable(document).map(DataUrl.PDF::decode),
          Optional.ofNullable(documentName),
          Optional.ofNullable(text),
          Optional.ofNullable(clientId),
          Optional.ofNullable(licenceNumber));
    }

    @Override
    public String toString() {
      return "FileUpload.Body[hidden]";
    }
  }

  /** Whether it has a file. */
  boolean hasFile() {
    return image.isPresent() || document.isPresent();
  }

  /** The length of the largest file; 0 without one. */
  int largest() {
    return Stream.of(image, document)
        .flatMap(Optional::stream)
        .mapToInt(f -> f.length)
        .max()
        .orElse(0);
  }

  /**
   * Refuses fields that the route does not know.
   *
   * @throws InvalidValueException if it has a field beside these
   */
  FileUpload only(Set<String> known) {
    check(known, "image", image);
    check(known, "document", document);
    check(known, "documentName", documentName);
    check(known, "text", text);
    check(known, "clientId", clientId);
    check(known, "licenceNumber", licenceNumber);
    return this;
  }

  private static void check(Set<String> known, String field, Optional<?> value) {
    if (value.isPresent() && !known.contains(field)) {
      throw new InvalidValueException(field, "is not known", Code.UNKNOWN_FIELD);
    }
  }

  @Override
  public String toString() {
    return "FileUpload[hidden]";
  }
}
