package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The appointments that were booked with idempotency keys, as they were at that time. */
final class IdempotencyKeys {
  private final MongoCollection<Document> keys;

  IdempotencyKeys(MongoHandles handles) {
    this.keys = handles.collection(CollectionName.IDEMPOTENCY_KEYS);
  }

  Optional<Result<Appointment, Conflict>> find(PatientId patient, IdempotencyKey key, Instant now) {
    return used(keys.find(valid(patient, key, now)).first(), key);
  }

  Optional<Result<Appointment, Conflict>> find(
      ClientSession session, PatientId patient, IdempotencyKey key, Instant now) {
    return used(keys.find(session, valid(patient, key, now)).first(), key);
  }

  void put(ClientSession session, Appointment appointment, IdempotencyKey key) {
    String id = id(appointment.patientId(), key);
    Document document =
        new Document("_id", id)
            .append("fingerprint", key.fingerprint())
            .append("expiresAt", key.expiresAt())
            .append("booked", AppointmentDocuments.document(appointment));
    keys.replaceOne(session, Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
  }

  int purge(Instant now) {
    return (int) keys.deleteMany(Filters.lt("expiresAt", now)).getDeletedCount();
  }

  private static Bson valid(PatientId patient, IdempotencyKey key, Instant now) {
    return Filters.and(Filters.eq("_id", id(patient, key)), Filters.gt("expiresAt", now));
  }

  /** Identifiers contain no colon. */
  private static String id(PatientId patient, IdempotencyKey key) {
    return patient.value() + ":" + key.value();
  }

  private static Optional<Result<Appointment, Conflict>> used(
      @Nullable Document stored, IdempotencyKey key) {
    return Optional.ofNullable(stored)
        .map(
            used ->
                DocumentFields.text(used, "fingerprint").equals(key.fingerprint())
                    ? Result.success(
                        AppointmentDocuments.appointment(DocumentFields.part(used, "booked")))
                    : Result.failure(Conflict.KEY_REUSED));
  }
}
