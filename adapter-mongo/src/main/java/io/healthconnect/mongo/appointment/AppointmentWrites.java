package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.Review;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Stored;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The parts of the transactions that write visits. Whoever takes time of a person writes to that
 * person's document: of two that do so at once, one is repeated and sees what the other has taken.
 */
final class AppointmentWrites {
  private final MongoCollection<Document> visits;
  private final MongoCollection<Document> doctors;
  private final MongoCollection<Document> patients;

  AppointmentWrites(MongoHandles handles) {
    this.visits = handles.collection(CollectionName.APPOINTMENTS);
    this.doctors = handles.collection(CollectionName.DOCTORS);
    this.patients = handles.collection(CollectionName.PATIENTS);
  }

  /** Why the visit cannot have its time; empty when it has it from now on, or needs none. */
  Optional<Conflict> take(ClientSession session, Appointment visit) {
    Optional<Conflict> conflict = conflict(session, visit);
    if (conflict.isEmpty() && visit.status().occupies()) {
      touch(session, doctors, visit.doctorId().value());
      touch(session, patients, visit.patientId().value());
    }
    return conflict;
  }

  /** Why the visit cannot have its time; takes nothing. */
  Optional<Conflict> conflict(ClientSession session, Appointment visit) {
    if (!visit.status().occupies()) {
      return Optional.empty();
    }
    if (isTaken(session, visit, "doctorId", visit.doctorId().value(), "doctorOccupied")) {
      return Optional.of(Conflict.DOCTOR_BUSY);
    }
    return isTaken(session, visit, "patientId", visit.patientId().value(), "patientOccupied")
        ? Optional.of(Conflict.PATIENT_BUSY)
        : Optional.empty();
  }

  /** Occupying visits never overlap, so only the last that starts before the new end can clash. */
  private boolean isTaken(
      ClientSession session, Appointment visit, String role, String person, String index) {
    Bson earlier =
        Filters.and(
            Filters.eq(role, person),
            Filters.eq("occupying", true),
            Filters.lt("startsAt", visit.time().slot().endsAt()),
            Filters.ne("_id", visit.id().value()));
    Document last =
        visits
            .find(session, earlier)
            .hintString(index)
            .sort(Sorts.descending("startsAt"))
            .projection(Projections.include("endsAt"))
            .first();
    return last != null && Stored.instant(last, "endsAt").isAfter(visit.time().slot().startsAt());
  }

  private static void touch(
      ClientSession session, MongoCollection<Document> people, String person) {
    var touched =
        people.updateOne(session, Filters.eq("_id", person), Updates.inc("timesTaken", 1L));
    if (touched.getMatchedCount() == 0) {
      throw new IllegalStateException("a visit needs a doctor and a patient who exist");
    }
  }

  void insert(ClientSession session, Appointment visit) {
    visits.insertOne(session, AppointmentDocuments.document(visit));
  }

  /**
   * @throws StaleVersionException if the stored version differs or there is none
   */
  Appointment current(ClientSession session, Appointment visit) {
    return Optional.ofNullable(visits.find(session, sameVersion(visit)).first())
        .map(AppointmentDocuments::appointment)
        .orElseThrow(() -> new StaleVersionException("appointment"));
  }

  /** Replaces the whole document, so that the change stream has it as it is now. */
  Appointment replace(ClientSession session, Appointment visit) {
    Appointment next = visit.withVersion(visit.version() + 1);
    visits.replaceOne(session, sameVersion(visit), AppointmentDocuments.document(next));
    return next;
  }

  private static Bson sameVersion(Appointment visit) {
    return Filters.and(
        Filters.eq("_id", visit.id().value()), Filters.eq("version", visit.version()));
  }

  /** Adds the stars of the visit's review to its doctor's rating. */
  void rate(ClientSession session, Appointment visit) {
    int stars = visit.review().map(Review::rating).orElseThrow();
    Bson doctor = Filters.eq("_id", visit.doctorId().value());
    Document old =
        Optional.ofNullable(doctors.find(session, doctor).first())
            .map(found -> Stored.part(found, "rating"))
            .orElseThrow();
    Rating rating = new Rating(Stored.number(old, "sum") + stars, Stored.number(old, "count") + 1);
    // The same shape as DoctorDocuments gives it.
    doctors.updateOne(
        session,
        doctor,
        Updates.combine(
            Updates.set("rating.sum", rating.sum()),
            Updates.set("rating.count", rating.count()),
            Updates.set("rating.hundredths", Math.round(rating.average() * 100))));
  }
}
