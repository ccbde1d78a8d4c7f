package io.healthconnect.mongo.appointment;

import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Admission;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.KnownMembers;
import java.util.List;
import org.bson.Document;

/** Maps attendances to documents; the id is the appointment's. */
final class AttendanceDocuments {
  static final KnownMembers MEMBERS =
      KnownMembers.of("_id", "doctorId", "patientId", "since", "seenAt", "devices", "checkAt")
          .withPart("admission", "by", "to", "at");

  private AttendanceDocuments() {}

  static Document document(Attendance attendance) {
    Document document =
        new Document("_id", attendance.appointment().value())
            .append("doctorId", attendance.doctor().value())
            .append("patientId", attendance.patient().value())
            .append("since", attendance.since())
            .append("seenAt", attendance.seenAt())
            .append("devices", attendance.devices().stream().map(DeviceId::value).toList());
    attendance.checkAt().ifPresent(at -> document.append("checkAt", at));
    attendance
        .admission()
        .ifPresent(
            made ->
                document.append(
                    "admission",
                    new Document("by", made.by().value())
                        .append("to", made.to().value())
                        .append("at", made.at())));
    return document;
  }

  static Attendance attendance(Document document) {
    return new Attendance(
        new AppointmentId(DocumentFields.text(document, "_id")),
        DoctorId.of(DocumentFields.text(document, "doctorId")),
        PatientId.of(DocumentFields.text(document, "patientId")),
        DocumentFields.instant(document, "since"),
        DocumentFields.instant(document, "seenAt"),
        devices(document),
        DocumentFields.optionalInstant(document, "checkAt"),
        DocumentFields.optionalPart(document, "admission").map(AttendanceDocuments::admission));
  }

  private static List<DeviceId> devices(Document document) {
    return document.getList("devices", String.class).stream().map(DeviceId::new).toList();
  }

  private static Admission admission(Document part) {
    return new Admission(
        new DeviceId(DocumentFields.text(part, "by")),
        new DeviceId(DocumentFields.text(part, "to")),
        DocumentFields.instant(part, "at"));
  }
}
