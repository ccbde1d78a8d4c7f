package io.healthconnect.application.doctor;

import io.healthconnect.application.doctor.ChangeEvidence.Refusal.NotChanged;
import io.healthconnect.application.doctor.ChangeEvidence.Refusal.NotTaken;
import io.healthconnect.application.media.ImageUploads;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.media.ImagePurpose;
import java.util.Optional;

final class ChangeEvidenceHandler implements ChangeEvidence {
  private final EvidenceRepository evidence;
  private final ImageUploads uploads;

  ChangeEvidenceHandler(EvidenceRepository evidence, ImageUploads uploads) {
    this.evidence = evidence;
    this.uploads = uploads;
  }

  @Override
  public Result<Evidence, Refusal> changeEvidence(Command command) {
    if (!command.actor().isDoctor()) {
      return Result.failure(new NotChanged(Reason.NOT_A_DOCTOR));
    }
    DoctorId id = command.actor().asDoctor();
    if (command.document().isEmpty()) {
      return Result.success(evidence.change(id, before -> withLicence(before, command)));
    }
    return evidence.find(id).isFull()
        ? Result.failure(new NotChanged(Reason.TOO_MANY_DOCUMENTS))
        : add(id, command, command.document().get());
  }

  private Result<Evidence, Refusal> add(DoctorId id, Command command, byte[] file) {
    return uploads
        .take(id.account(), ImagePurpose.DOCUMENT, Optional.empty(), file)
        .<Refusal>mapFailure(NotTaken::new)
        .map(media -> evidence.change(id, before -> withLicence(before, command).with(media.id())));
  }

  private static Evidence withLicence(Evidence before, Command command) {
    return before.withLicenceNumber(command.licenceNumber().applyTo(before.licenceNumber()));
  }
}
