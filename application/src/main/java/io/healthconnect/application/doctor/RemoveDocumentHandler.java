package io.healthconnect.application.doctor;

import io.healthconnect.application.media.ImageUploads;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.EvidenceRepository;

final class RemoveDocumentHandler implements RemoveDocument {
  private final EvidenceRepository evidence;
  private final ImageUploads uploads;

  RemoveDocumentHandler(EvidenceRepository evidence, ImageUploads uploads) {
    this.evidence = evidence;
    this.uploads = uploads;
  }

  @Override
  public Result<Evidence, Refusal> removeDocument(Command command) {
    if (!command.actor().isDoctor()) {
      return Result.failure(Refusal.NOT_A_DOCTOR);
    }
    DoctorId id = command.actor().asDoctor();
    if (!evidence.find(id).documents().contains(command.document())) {
      return Result.failure(Refusal.NOT_FOUND);
    }
    Evidence left = evidence.change(id, before -> before.without(command.document()));
    uploads.dropFormer(command.document());
    return Result.success(left);
  }
}
