package io.healthconnect.application.export;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.export.Snapshots;
import io.healthconnect.domain.media.ImageStore;

/** The use cases of exports. */
public record ExportUseCases(ExportData exportData, ReadExportedImage readImage) {

  public static ExportUseCases create(Snapshots snapshots, ImageStore images, AuditTrail trail) {
    return new ExportUseCases(
        new ExportDataHandler(snapshots, trail), image -> images.read(image.id(), image.type()));
  }
}
