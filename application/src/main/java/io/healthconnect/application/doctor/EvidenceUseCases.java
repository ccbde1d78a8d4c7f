package io.healthconnect.application.doctor;

import io.healthconnect.application.media.ImageUploads;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.EvidenceRepository;

/** The use cases of what doctors show admins in order to be approved, as the doctors have them. */
public record EvidenceUseCases(
    ShowEvidence show, ChangeEvidence change, RemoveDocument removeDocument) {

  public static EvidenceUseCases create(EvidenceRepository evidence, ImageUploads uploads) {
    return new EvidenceUseCases(
        actor -> actor.isDoctor() ? evidence.find(actor.asDoctor()) : Evidence.NONE,
        new ChangeEvidenceHandler(evidence, uploads),
        new RemoveDocumentHandler(evidence, uploads));
  }
}
