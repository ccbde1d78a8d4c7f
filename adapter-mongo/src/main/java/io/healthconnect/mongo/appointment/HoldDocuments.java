package io.healthconnect.mongo.appointment;

import com.mongodb.client.model.Filters;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.DocumentFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Maps holds to documents. The id of a document is that of the patient, who has one at most. */
final class HoldDocuments {
  /** No slot is this long: {@code BookingRules} allow 8 hours. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private HoldDocuments() {}

  static Document document(Hold hold) {
    return new Document("_id", hold.patient().value())
        .append("holdId", hold.id().value())
        .append("doctorId", hold.doctor().value())
        .append("startsAt", hold.time().startsAt())
        .append("endsAt", hold.time().endsAt())
        .append("expiresAt", hold.expiresAt());
  }

  static Hold hold(Document document) {
    return new Hold(
        new HoldId(DocumentFields.text(document, "holdId")),
        DoctorId.of(DocumentFields.text(document, "doctorId")),
        PatientId.of(DocumentFields.text(document, "_id")),
        new TimeSlot(
            DocumentFields.instant(document, "startsAt"),
            DocumentFields.instant(document, "endsAt")),
        DocumentFields.instant(document, "expiresAt"));
  }

  static Bson of(PatientId patient) {
    return Filters.eq("_id", patient.value());
  }

  /** Matches live holds of these doctors that overlap the range. */
  static Bson held(Collection<DoctorId> doctors, TimeSlot range, Instant now) {
    return Filters.and(
        Filters.in("doctorId", doctors.stream().map(DoctorId::value).distinct().toList()),
        Filters.gt("startsAt", range.startsAt().minus(LONGEST)),
        Filters.lt("startsAt", range.endsAt()),
        Filters.gt("endsAt", range.startsAt()),
        Filters.gt("expiresAt", now));
  }
}
