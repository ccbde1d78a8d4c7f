package io.healthconnect.application.export;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Snapshots;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.patient.PatientRepository;

/** The use cases of exports. */
public record ExportUseCases(ExportData exportData, ReadExportedImage readImage) {

  /** What an export reads from. */
  public record Ports(
      Snapshots snapshots,
      AccountRepository accounts,
      SessionRepository sessions,
      DoctorRepository doctors,
      PatientRepository patients,
      AppointmentRepository appointments,
      MessageRepository messages,
      LiveCalls calls,
      AuditLog audit,
      MediaRepository media) {}

  public static ExportUseCases create(Ports ports, ImageStore images, AuditTrail trail) {
    return new ExportUseCases(
        new ExportDataHandler(ports, trail), image -> images.read(image.id(), image.type()));
  }
}
