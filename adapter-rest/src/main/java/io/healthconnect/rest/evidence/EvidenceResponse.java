package io.healthconnect.rest.evidence;

import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.LicenceNumber;
import io.healthconnect.domain.media.MediaId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a doctor shows admins in order to be approved. */
public record EvidenceResponse(@Nullable String licenceNumber, List<Document> documents) {
  /**
   * @param url a path of this server, which only the reader of this reply may open
   */
  public record Document(String id, String url) {}

  /**
   * @param path where the reader finds an image
   */
  public static EvidenceResponse of(Evidence evidence, Function<MediaId, String> path) {
    return new EvidenceResponse(
        evidence.licenceNumber().map(LicenceNumber::value).orElse(null),
        evidence.documents().stream().map(id -> new Document(id.value(), path.apply(id))).toList());
  }
}
