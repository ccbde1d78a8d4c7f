package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.appointment.FreeTimes;
import io.healthconnect.domain.appointment.Review;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongo.notice.ReminderWrites;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongo.search.NextFreeTimes;
import io.healthconnect.mongo.search.ShownDoctors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The parts of the transactions that write appointments. A transaction that takes time of a person
 * also writes to that person's document, so if two do so at once, one is repeated and sees what the
 * other has taken.
 */
final class AppointmentWrites {
  private final MongoCollection<Document> appointments;
  private final MongoCollection<Document> doctors;
  private final MongoCollection<Document> patients;
  private final AppointmentHistories trails;
  private final ContactFence contacts;
  private final HoldWrites holds;
  private final NoticeWrites notices;
  private final ReminderWrites reminders;

  AppointmentWrites(MongoHandles handles, AppointmentHistories trails) {
    this.trails = trails;
    this.appointments = handles.collection(CollectionName.APPOINTMENTS);
    this.doctors = handles.collection(CollectionName.DOCTORS);
    this.patients = handles.collection(CollectionName.PATIENTS);
    this.contacts = new ContactFence(handles);
    this.holds = new HoldWrites(handles);
    this.notices = new NoticeWrites(handles);
    this.reminders = new ReminderWrites(handles);
  }

  /**
   * Whether the directory hides the doctor; a decision collides with the booking that takes time.
   */
  boolean isHidden(ClientSession session, DoctorId doctor) {
    Document found =
        doctors
            .find(session, Filters.eq("_id", doctor.value()))
            .projection(Projections.include("hidden"))
            .first();
    return found != null && ShownDoctors.isHidden(found);
  }

  /** Takes the time of the appointment from both people. */
  void take(ClientSession session, Appointment appointment) {
    if (appointment.status().occupies()) {
      touch(session, doctors, appointment.doctorId().value(), NextFreeTimes.changed());
      touch(session, patients, appointment.patientId().value());
    }
  }

  /**
   * Whether one more open appointment would be too many for the patient. Reads no more than the
   * limit.
   */
  Optional<Conflict> limitReached(
      ClientSession session, Appointment appointment, AppointmentLimits limits) {
    Instant now = appointment.history().last().at();
    if (!appointment.status().occupies() || appointment.hasStarted(now)) {
      return Optional.empty();
    }
    List<String> doctorsOfOpen =
        appointments
            .find(
                session,
                Filters.and(
                    Filters.eq("patientId", appointment.patientId().value()),
                    Filters.eq("occupying", true),
                    Filters.gt("startsAt", now)))
            .hintString("patientOccupied")
            .limit(limits.open())
            .projection(Projections.include("doctorId"))
            .map(open -> DocumentFields.text(open, "doctorId"))
            .into(new ArrayList<>());
    int withDoctor = Collections.frequency(doctorsOfOpen, appointment.doctorId().value());
    boolean reached =
        doctorsOfOpen.size() >= limits.open() || withDoctor >= limits.openWithDoctor();
    return reached ? Optional.of(Conflict.LIMIT_REACHED) : Optional.empty();
  }

  /** Why the appointment cannot have its time. Only reads. */
  Optional<Conflict> conflict(ClientSession session, Appointment appointment) {
    if (!appointment.status().occupies()) {
      return Optional.empty();
    }
    if (isTaken(session, appointment, "doctorId", appointment.doctorId().value(), "doctorOccupied")
        || holds.bar(session, appointment)) {
      return Optional.of(Conflict.DOCTOR_BUSY);
    }
    return isTaken(
            session, appointment, "patientId", appointment.patientId().value(), "patientOccupied")
        ? Optional.of(Conflict.PATIENT_BUSY)
        : Optional.empty();
  }

  /**
   * Occupying appointments never overlap, so only the last that starts before the new end can
   * clash.
   */
  private boolean isTaken(
      ClientSession session, Appointment appointment, String role, String person, String index) {
    Bson others =
        Filters.and(Filters.eq(role, person), Filters.ne("_id", appointment.id().value()));
    return isTaken(session, others, appointment.time().slot(), index);
  }

  private boolean isTaken(ClientSession session, Bson which, TimeSlot time, String index) {
    Bson earlier =
        Filters.and(which, Filters.eq("occupying", true), Filters.lt("startsAt", time.endsAt()));
    Document last =
        appointments
            .find(session, earlier)
            .hintString(index)
            .sort(Sorts.descending("startsAt"))
            .projection(Projections.include("endsAt"))
            .first();
    return last != null && DocumentFields.instant(last, "endsAt").isAfter(time.startsAt());
  }

  /** Whether an occupying appointment of the doctor overlaps the time. */
  boolean isBooked(ClientSession session, DoctorId doctor, TimeSlot time) {
    return isTaken(session, Filters.eq("doctorId", doctor.value()), time, "doctorOccupied");
  }

  private static void touch(
      ClientSession session, MongoCollection<Document> people, String person, Bson... more) {
    List<Bson> updates = new ArrayList<>(List.of(Updates.inc("timesTaken", 1L)));
    updates.addAll(List.of(more));
    var touched = people.updateOne(session, Filters.eq("_id", person), Updates.combine(updates));
    if (touched.getMatchedCount() == 0) {
      throw new IllegalStateException("an appointment needs a doctor and a patient who exist");
    }
  }

  void insert(ClientSession session, Appointment appointment) {
    appointments.insertOne(session, AppointmentDocuments.document(appointment));
    trails.start(session, appointment);
    if (appointment.isTakenByPatient()) {
      holds.remove(session, appointment.patientId().account());
    }
    notices.add(session, AppointmentNotices.ofBooking(appointment));
    reminders.ofBooking(session, appointment);
  }

  /**
   * @throws StaleVersionException if the stored version differs or there is none
   */
  Stored current(ClientSession session, Appointment appointment) {
    Document stored =
        Optional.ofNullable(appointments.find(session, sameVersion(appointment)).first())
            .orElseThrow(() -> new StaleVersionException("appointment"));
    trails.copy(session, stored);
    return new Stored(AppointmentDocuments.appointment(stored), stored);
  }

  /** An appointment and its document, which may have members that this release does not know. */
  record Stored(Appointment appointment, Document document) {}

  /**
   * Replaces the whole document, so that the change stream carries its current state; the version
   * says that nobody has changed it since it was read.
   */
  Appointment replace(ClientSession session, Stored stored, Appointment appointment) {
    Appointment before = stored.appointment();
    Appointment next = appointment.withVersion(appointment.version() + 1);
    appointments.replaceOne(
        session,
        sameVersion(appointment),
        AppointmentDocuments.MEMBERS.keep(stored.document(), AppointmentDocuments.document(next)));
    trails.grow(session, before, next);
    notices.add(session, AppointmentNotices.ofChange(before, next));
    reminders.ofChange(session, before, next);
    if (FreeTimes.areChangedBy(before, next) && !next.status().occupies()) {
      touch(session, doctors, next.doctorId().value(), NextFreeTimes.changed());
    }
    if (before.opensContact() && !next.opensContact()) {
      contacts.end(session, next.patientId());
    }
    return next;
  }

  private static Bson sameVersion(Appointment appointment) {
    return Filters.and(
        Filters.eq("_id", appointment.id().value()), Filters.eq("version", appointment.version()));
  }

  /** Adds the stars of the appointment's review to its doctor's rating. */
  void rate(ClientSession session, Appointment appointment) {
    int stars = appointment.review().map(Review::rating).orElseThrow();
    Bson doctor = Filters.eq("_id", appointment.doctorId().value());
    Document old =
        Optional.ofNullable(doctors.find(session, doctor).first())
            .map(found -> DocumentFields.part(found, "rating"))
            .orElseThrow();
    Rating rating =
        new Rating(
            DocumentFields.number(old, "sum") + stars, DocumentFields.number(old, "count") + 1);
    // The same form as in DoctorDocuments.
    doctors.updateOne(
        session,
        doctor,
        Updates.combine(
            Updates.set("rating.sum", rating.sum()),
            Updates.set("rating.count", rating.count()),
            Updates.set("rating.hundredths", Math.round(rating.average() * 100))));
  }

  /** Removes appointments of a person, at most {@code limit}, and returns how many there were. */
  int removeOf(ClientSession session, AccountId participant, int limit) {
    List<String> ids =
        appointments
            .find(
                session,
                Filters.or(
                    Filters.eq("doctorId", participant.value()),
                    Filters.eq("patientId", participant.value())))
            .projection(Projections.include("_id"))
            .limit(limit)
            .map(document -> DocumentFields.text(document, "_id"))
            .into(new ArrayList<>());
    trails.remove(session, ids);
    return (int) appointments.deleteMany(session, Filters.in("_id", ids)).getDeletedCount();
  }
}
