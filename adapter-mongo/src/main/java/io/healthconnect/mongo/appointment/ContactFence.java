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
import java.util.List;
import org.bson.Document;

/**
 * Orders what two people may do only while they are in contact before the end of their contact, at
 * whichever nodes. A transaction reads as of its beginning, so reading that there is contact is not
 * enough: both transactions also write to the patient's document, and then one of them is repeated
 * and sees the other.
 */
public final class ContactFence {
  private final MongoCollection<Document> appointments;
  private final MongoCollection<Document> patients;

  public ContactFence(MongoHandles handles) {
    this.appointments = handles.collection(CollectionName.APPOINTMENTS);
    this.patients = handles.collection(CollectionName.PATIENTS);
  }

  /**
   * Whether the two are in contact. If so, they still are when the transaction of the session is
   * committed.
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
                Projections.fields(Projections.include("patientId"), Projections.excludeId()))
            .hintString("doctorContact")
            .first();
    if (found == null) {
      return false;
    }
    touch(session, DocumentFields.text(found, "patientId"));
    return true;
  }

  /** To be called in a transaction that may end the contact of this patient with a doctor. */
  void end(ClientSession session, PatientId patient) {
    touch(session, patient.value());
  }

  private void touch(ClientSession session, String patient) {
    patients.updateOne(session, Filters.eq("_id", patient), Updates.inc("contactUses", 1L));
  }
}
