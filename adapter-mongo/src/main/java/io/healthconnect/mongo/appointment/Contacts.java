package io.healthconnect.mongo.appointment;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Stored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Who may talk to whom, read from two indexes alone; no visit is looked at. */
final class Contacts {
  private static final String OF_DOCTOR = "doctorContact";
  private static final String OF_PATIENT = "patientContact";
  private final MongoCollection<Document> visits;

  Contacts(MongoHandles handles) {
    this.visits = handles.collection(CollectionName.APPOINTMENTS);
  }

  boolean exist(DoctorId doctor, PatientId patient) {
    return visits
            .find(
                Filters.and(
                    of("doctorId", doctor.account()), Filters.eq("patientId", patient.value())))
            .projection(
                Projections.fields(Projections.include("patientId"), Projections.excludeId()))
            .hintString(OF_DOCTOR)
            .first()
        != null;
  }

  Set<AccountId> of(AccountId account) {
    Set<AccountId> people = new HashSet<>();
    visits
        .aggregate(
            List.of(Aggregates.match(of("doctorId", account)), Aggregates.group("$patientId")))
        .hintString(OF_DOCTOR)
        .forEach(group -> people.add(new AccountId(Stored.text(group, "_id"))));
    visits
        .aggregate(
            List.of(Aggregates.match(of("patientId", account)), Aggregates.group("$doctorId")))
        .hintString(OF_PATIENT)
        .forEach(group -> people.add(new AccountId(Stored.text(group, "_id"))));
    return Set.copyOf(people);
  }

  Page<PatientId> patients(DoctorId doctor, PageRequest page) {
    Bson later = Filters.gt("patientId", page.after().map(Cursor::id).orElse(""));
    List<PatientId> patients =
        visits
            .aggregate(
                List.of(
                    Aggregates.match(Filters.and(of("doctorId", doctor.account()), later)),
                    Aggregates.group("$patientId"),
                    Aggregates.sort(Sorts.ascending("_id")),
                    Aggregates.limit(page.limit() + 1)))
            .hintString(OF_DOCTOR)
            .map(group -> PatientId.of(Stored.text(group, "_id")))
            .into(new ArrayList<>());
    return Page.of(patients, page, patient -> new Cursor("", patient.value()));
  }

  private static Bson of(String role, AccountId person) {
    return Filters.and(Filters.eq(role, person.value()), Filters.eq("opensContact", true));
  }
}
