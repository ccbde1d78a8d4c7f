package io.healthconnect.mongo.appointment;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Who may talk to whom, answered from two indexes without reading an appointment. */
final class Contacts {
  private static final String OF_DOCTOR = "doctorContact";
  private static final String OF_PATIENT = "patientContact";

  /** How many appointments of a patient are read, when they are looked for in order. */
  private static final int ENTRIES_EACH = 4;

  private static final Bson CONFIRMED =
      Filters.in(
          "status",
          Arrays.stream(AppointmentStatus.values())
              .filter(AppointmentStatus::wasConfirmed)
              .map(AppointmentStatus::code)
              .toList());

  private final MongoCollection<Document> appointments;

  Contacts(MongoHandles handles) {
    this.appointments = handles.collection(CollectionName.APPOINTMENTS);
  }

  boolean exist(DoctorId doctor, PatientId patient) {
    return appointments
            .find(
                Filters.and(
                    of("doctorId", doctor.account()), Filters.eq("patientId", patient.value())))
            .projection(
                Projections.fields(Projections.include("patientId"), Projections.excludeId()))
            .hintString(OF_DOCTOR)
            .first()
        != null;
  }

  boolean haveConfirmed(DoctorId doctor, PatientId patient) {
    return appointments
            .find(
                Filters.and(
                    of("doctorId", doctor.account()),
                    Filters.eq("patientId", patient.value()),
                    CONFIRMED))
            .hintString(OF_DOCTOR)
            .first()
        != null;
  }

  boolean haveConfirmed(DoctorId doctor, PatientId patient, TimeSlot overlapping) {
    return appointments
            .find(
                Filters.and(
                    Filters.eq("patientId", patient.value()),
                    AppointmentLists.around(overlapping),
                    Filters.eq("doctorId", doctor.value()),
                    CONFIRMED))
            .hintString("patient")
            .first()
        != null;
  }

  /** Reads the appointments of these patients with the doctor, and nothing of others. */
  Set<PatientId> confirmedAmong(DoctorId doctor, Collection<PatientId> patients) {
    Set<PatientId> confirmed = new HashSet<>();
    Bson among =
        Filters.in("patientId", patients.stream().map(PatientId::value).distinct().toList());
    appointments
        .aggregate(
            List.of(
                Aggregates.match(Filters.and(of("doctorId", doctor.account()), among, CONFIRMED)),
                Aggregates.group("$patientId")))
        .hintString(OF_DOCTOR)
        .forEach(group -> confirmed.add(PatientId.of(DocumentFields.text(group, "_id"))));
    return Set.copyOf(confirmed);
  }

  Set<AccountId> of(AccountId account) {
    return people(of("doctorId", account), of("patientId", account));
  }

  Set<AccountId> among(AccountId account, Collection<AccountId> others) {
    List<String> wanted = others.stream().map(AccountId::value).distinct().toList();
    return people(
        Filters.and(of("doctorId", account), Filters.in("patientId", wanted)),
        Filters.and(of("patientId", account), Filters.in("doctorId", wanted)));
  }

  private Set<AccountId> people(Bson asDoctor, Bson asPatient) {
    Set<AccountId> people = new HashSet<>();
    appointments
        .aggregate(List.of(Aggregates.match(asDoctor), Aggregates.group("$patientId")))
        .hintString(OF_DOCTOR)
        .forEach(group -> people.add(new AccountId(DocumentFields.text(group, "_id"))));
    appointments
        .aggregate(List.of(Aggregates.match(asPatient), Aggregates.group("$doctorId")))
        .hintString(OF_PATIENT)
        .forEach(group -> people.add(new AccountId(DocumentFields.text(group, "_id"))));
    return Set.copyOf(people);
  }

  /**
   * Reads a few entries of the index for each patient on the page. If a patient has more, the next
   * read begins after that patient. A group would need all patients of the doctor, to sort them.
   */
  Page<PatientId> patients(DoctorId doctor, PageRequest page) {
    Set<String> found = new LinkedHashSet<>();
    int wanted = page.limit() + 1;
    int most = wanted * ENTRIES_EACH;
    String last = page.after().map(Cursor::id).orElse("");
    List<String> entries;
    do {
      entries = entries(doctor, last, most);
      found.addAll(entries);
      last = entries.isEmpty() ? last : entries.get(entries.size() - 1);
    } while (entries.size() == most && found.size() < wanted);
    return Page.of(
        found.stream().limit(wanted).map(PatientId::of).toList(),
        page,
        patient -> new Cursor("", patient.value()));
  }

  private List<String> entries(DoctorId doctor, String after, int most) {
    return appointments
        .find(Filters.and(of("doctorId", doctor.account()), Filters.gt("patientId", after)))
        .projection(Projections.fields(Projections.include("patientId"), Projections.excludeId()))
        .hintString(OF_DOCTOR)
        .sort(Sorts.ascending("patientId"))
        .limit(most)
        .map(entry -> DocumentFields.text(entry, "patientId"))
        .into(new ArrayList<>());
  }

  private static Bson of(String role, AccountId person) {
    return Filters.and(Filters.eq(role, person.value()), Filters.eq("opensContact", true));
  }
}
