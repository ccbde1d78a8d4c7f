package io.healthconnect.mongo.patient;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.mongo.account.AccountNames;
import io.healthconnect.mongo.account.NewAccounts;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Patients in MongoDB. */
public final class MongoPatientRepository implements PatientRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> patients;
  private final Reads reads;

  public MongoPatientRepository(MongoHandles handles) {
    this.handles = handles;
    this.patients = handles.collection(CollectionName.PATIENTS);
    this.reads = handles.reads(CollectionName.PATIENTS);
  }

  @Override
  public Result<Account, EmailTaken> add(
      Account account, PasswordHash passwordHash, Patient patient) {
    return handles.transact(
        session -> {
          Result<Account, EmailTaken> added =
              NewAccounts.add(handles, session, account, passwordHash);
          if (added instanceof Result.Success) {
            Document document = new Document("_id", patient.id().value()).append("version", 1L);
            document.putAll(PatientDocuments.record(patient.profile()));
            patients.insertOne(session, document);
          }
          return added;
        });
  }

  @Override
  public Optional<Patient> find(PatientId id) {
    return handles.run(
        () ->
            Optional.ofNullable(reads.find(Filters.eq("_id", id.value())).first())
                .map(PatientDocuments::patient));
  }

  @Override
  public Map<PatientId, Patient> findAll(Collection<PatientId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Bson wanted = Filters.in("_id", ids.stream().map(PatientId::value).toList());
    return handles.run(
        () -> {
          Map<PatientId, Patient> found = new HashMap<>();
          for (Document document : reads.find(wanted)) {
            Patient patient = PatientDocuments.patient(document);
            found.put(patient.id(), patient);
          }
          return Map.copyOf(found);
        });
  }

  @Override
  public Patient save(Patient patient) {
    return handles.run(
        () ->
            stored(patients.findOneAndUpdate(expected(patient), changes(patient), returnStored())));
  }

  @Override
  public Patient save(Patient patient, PersonName name) {
    return handles.transact(
        session -> {
          AccountNames.change(handles, session, patient.id().account(), name);
          return stored(
              patients.findOneAndUpdate(
                  session, expected(patient), changes(patient), returnStored()));
        });
  }

  private static Bson expected(Patient patient) {
    return Filters.and(
        Filters.eq("_id", patient.id().value()),
        Filters.eq("version", patient.version()),
        Filters.ne("erased", true));
  }

  private static FindOneAndUpdateOptions returnStored() {
    return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
  }

  private static Patient stored(@Nullable Document document) {
    return Optional.ofNullable(document)
        .map(PatientDocuments::patient)
        .orElseThrow(() -> new StaleVersionException("patient"));
  }

  /** Leaves other members alone: bookings keep a counter in the same document. */
  private static Bson changes(Patient patient) {
    Document record = PatientDocuments.record(patient.profile());
    List<Bson> changes = new ArrayList<>();
    changes.add(new Document("$set", record));
    changes.add(Updates.inc("version", 1L));
    PatientDocuments.OPTIONAL.stream()
        .filter(member -> !record.containsKey(member))
        .forEach(member -> changes.add(Updates.unset(member)));
    return Updates.combine(changes);
  }
}
