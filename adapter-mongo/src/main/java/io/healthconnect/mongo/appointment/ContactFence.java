package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Orders what two people may do only while they are in contact before the end of their contact, at
 * whichever nodes. A transaction reads as of its beginning, so reading that there is contact is not
 * enough: both transactions also write to the patient's document, and then one of them is repeated
 * and sees the other.
 */
public final class ContactFence {
  private final MongoCollection<Document> appointments;
  private final MongoCollection<Document> doctors;
  private final MongoCollection<Document> patients;

  public ContactFence(MongoHandles handles) {
    this.appointments = handles.collection(CollectionName.APPOINTMENTS);
    this.doctors = handles.collection(CollectionName.DOCTORS);
    this.patients = handles.collection(CollectionName.PATIENTS);
  }

  /**
   * Whether the two are in contact, and neither was erased. If so, they still are when the
   * transaction of the session is committed.
   */
  public boolean hold(ClientSession session, AccountId one, AccountId other) {
    List<String> both = List.of(one.value(), other.value());
    Document found =
        appointments
            .find(
                session,
                Filters.and(
                    Filters.in("doctorId", both),
                    Filters.eq("opensContact", true),
                    Filters.in("patientId", both)))
            .projection(
                Projections.fields(
                    Projections.include("doctorId", "patientId"), Projections.excludeId()))
            .hintString("doctorContact")
            .first();
    return found != null
        && !isErased(session, DocumentFields.text(found, "doctorId"))
        && touch(
            session,
            Filters.and(
                Filters.eq("_id", DocumentFields.text(found, "patientId")),
                Filters.ne("erased", true)));
  }

  private boolean isErased(ClientSession session, String doctor) {
    return doctors
            .find(session, Filters.and(Filters.eq("_id", doctor), Filters.eq("erased", true)))
            .projection(Projections.include("_id"))
            .first()
        != null;
  }

  /** To be called in a transaction that may end the contact of this patient with a doctor. */
  void end(ClientSession session, PatientId patient) {
    touch(session, Filters.eq("_id", patient.value()));
  }

  /** To be called in a transaction that erases this doctor, and so ends contact with everybody. */
  public void endAll(ClientSession session, AccountId doctor) {
    List<String> inContact =
        appointments
            .distinct(
                session,
                "patientId",
                Filters.and(
                    Filters.eq("doctorId", doctor.value()), Filters.eq("opensContact", true)),
                String.class)
            .into(new ArrayList<>());
    patients.updateMany(session, Filters.in("_id", inContact), Updates.inc("contactUses", 1L));
  }

  private boolean touch(ClientSession session, Bson patient) {
    return patients.updateOne(session, patient, Updates.inc("contactUses", 1L)).getMatchedCount()
        == 1;
  }
}
