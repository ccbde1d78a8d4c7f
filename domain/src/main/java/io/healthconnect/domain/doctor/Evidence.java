package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.media.MediaId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a doctor shows admins in order to be approved. Nobody else sees it.
 *
 * @param documents images of documents, in the order in which they were added
 */
public record Evidence(Optional<LicenceNumber> licenceNumber, List<MediaId> documents) {
  /** How many documents a doctor may show. */
  public static final int MAX_DOCUMENTS = 10;

  /** A doctor has shown nothing yet. */
  public static final Evidence NONE = new Evidence(Optional.empty(), List.of());

  public Evidence {
    if (documents.size() > MAX_DOCUMENTS) {
      throw InvalidValueException.tooMany("documents", MAX_DOCUMENTS);
    }
    documents = List.copyOf(documents);
  }

  public Evidence withLicenceNumber(Optional<LicenceNumber> next) {
    return new Evidence(next, documents);
  }

  /** Whether there is no room for another document. */
  public boolean isFull() {
    return documents.size() == MAX_DOCUMENTS;
  }

  /**
   * @throws InvalidValueException if there are {@link #MAX_DOCUMENTS} already
   */
  public Evidence with(MediaId document) {
    return new Evidence(
        licenceNumber, Stream.concat(documents.stream(), Stream.of(document)).toList());
  }

  /** Without the document; the same if there is no such document. */
  public Evidence without(MediaId document) {
    return new Evidence(
        licenceNumber, documents.stream().filter(each -> !each.equals(document)).toList());
  }
}
