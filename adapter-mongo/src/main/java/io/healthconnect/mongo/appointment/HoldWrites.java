package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The parts of transactions that read and write holds. */
public final class HoldWrites {
  private final MongoCollection<Document> holds;

  public HoldWrites(MongoHandles handles) {
    this.holds = handles.collection(CollectionName.HOLDS);
  }

  Optional<Hold> find(ClientSession session, PatientId patient) {
    return Optional.ofNullable(holds.find(session, HoldDocuments.of(patient)).first())
        .map(HoldDocuments::hold);
  }

  /** Whether somebody other than the patient holds any of the doctor's time. */
  boolean isHeldByOthers(
      ClientSession session, DoctorId doctor, PatientId patient, TimeSlot time, Instant now) {
    return holds
            .find(
                session,
                Filters.and(
                    HoldDocuments.held(List.of(doctor), time, now),
                    Filters.ne("_id", patient.value())))
            .hintString("doctor")
            .first()
        != null;
  }

  /** Whether a hold keeps the appointment from having its time ({@link Hold#bars}). */
  boolean bar(ClientSession session, Appointment wanted) {
    return wanted.isTakenByPatient()
        && isHeldByOthers(
            session,
            wanted.doctorId(),
            wanted.patientId(),
            wanted.time().slot(),
            wanted.history().last().at());
  }

  void put(ClientSession session, Hold hold) {
    holds.replaceOne(
        session,
        HoldDocuments.of(hold.patient()),
        HoldDocuments.document(hold),
        new ReplaceOptions().upsert(true));
  }

  /** Ends the patient's hold. */
  public void remove(ClientSession session, AccountId patient) {
    holds.deleteOne(session, Filters.eq("_id", patient.value()));
  }
}
