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
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.mongo.account.NewAccounts;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Patients' records in MongoDB. */
public final class MongoPatientRepository implements PatientRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> patients;

  public MongoPatientRepository(MongoHandles handles) {
    this.handles = handles;
    this.patients = handles.collection(CollectionName.PATIENTS);
  }

  @Override
  public Result<Account, EmailTaken> add(Account account, Patient patient) {
    return handles.transact(
        session -> {
          Result<Account, EmailTaken> added = NewAccounts.add(handles, session, account);
          if (added instanceof Result.Success) {
            Document document = new Document("_id", patient.id().value()).append("version", 1L);
            document.putAll(PatientDocuments.record(patient));
            patients.insertOne(session, document);
          }
          return added;
        });
  }

  @Override
  public Optional<Patient> find(PatientId id) {
    return handles.run(
        () ->
            Optional.ofNullable(patients.find(Filters.eq("_id", id.value())).first())
                .map(PatientDocuments::patient));
  }

  @Override
  public Patient save(Patient patient) {
    Bson expected =
        Filters.and(
            Filters.eq("_id", patient.id().value()), Filters.eq("version", patient.version()));
    var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    return handles.run(
        () ->
            Optional.ofNullable(patients.findOneAndUpdate(expected, changes(patient), after))
                .map(PatientDocuments::patient)
                .orElseThrow(() -> new StaleVersionException("patient")));
  }

  /** Other members stay: bookings count in the same document. */
  private static Bson changes(Patient patient) {
    Document record = PatientDocuments.record(patient);
    List<Bson> changes = new ArrayList<>();
    changes.add(new Document("$set", record));
    changes.add(Updates.inc("version", 1L));
    PatientDocuments.OPTIONAL.stream()
        .filter(member -> !record.containsKey(member))
        .forEach(member -> changes.add(Updates.unset(member)));
    return Updates.combine(changes);
  }
}
