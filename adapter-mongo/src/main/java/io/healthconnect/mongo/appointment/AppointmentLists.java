package io.healthconnect.mongo.appointment;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.mongo.db.Cursors;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.ReadablePages;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Filters and sort orders of lists of appointments. Each query is served by an index. */
final class AppointmentLists {
  /** No appointment is this long: {@code BookingRules} allow 8 hours. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Reads appointments;
  private final Reads doctors;

  AppointmentLists(MongoHandles handles) {
    this.appointments = handles.reads(CollectionName.APPOINTMENTS);
    this.doctors = handles.reads(CollectionName.DOCTORS);
  }

  Page<Appointment> list(AppointmentQuery query) {
    String person = query.participant().value();
    boolean doctor = doctors.find(Filters.eq("_id", person)).first() != null;
    Bson order =
        query.descending()
            ? Sorts.descending("startsAt", "_id")
            : Sorts.ascending("startsAt", "_id");
    return page(
        appointments
            .find(filter(doctor ? "doctorId" : "patientId", query))
            .hintString(index(doctor, query))
            .sort(order),
        query.page(),
        appointment -> appointment.time().slot().startsAt());
  }

  /** Named, because the server would now and then read all other appointments of the person. */
  private static String index(boolean doctor, AppointmentQuery query) {
    if (query.with().isPresent()) {
      return "pair";
    }
    if (query.statuses().isEmpty()) {
      return doctor ? "doctor" : "patient";
    }
    return doctor ? "doctorStatus" : "patientStatus";
  }

  static Bson filter(String role, AppointmentQuery query) {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.eq(role, query.participant().value()));
    String other = role.equals("doctorId") ? "patientId" : "doctorId";
    query.with().ifPresent(person -> all.add(Filters.eq(other, person.value())));
    query.from().ifPresent(from -> all.add(Filters.gte("startsAt", from)));
    query.to().ifPresent(to -> all.add(Filters.lt("startsAt", to)));
    if (!query.statuses().isEmpty()) {
      all.add(
          Filters.in("status", query.statuses().stream().map(AppointmentStatus::code).toList()));
    }
    query
        .page()
        .after()
        .ifPresent(
            cursor -> {
              Instant key = Instant.ofEpochMilli(Cursor.number(cursor.key()));
              all.add(
                  query.descending()
                      ? Cursors.below("startsAt", key, "_id", cursor.id())
                      : Cursors.after("startsAt", key, "_id", cursor.id()));
            });
    return Filters.and(all);
  }

  List<Appointment> occupying(DoctorId doctor, TimeSlot range) {
    return appointments
        .find(Filters.and(Filters.eq("doctorId", doctor.value()), overlapping(range)))
        .hintString("doctorOccupied")
        .sort(Sorts.ascending("startsAt"))
        .map(AppointmentDocuments::appointment)
        .into(new ArrayList<>());
  }

  Map<DoctorId, List<TimeSlot>> occupied(Collection<DoctorId> doctors, TimeSlot range) {
    List<String> ids = doctors.stream().map(DoctorId::value).distinct().toList();
    Map<DoctorId, List<TimeSlot>> occupied = new HashMap<>();
    appointments
        .find(Filters.and(Filters.in("doctorId", ids), overlapping(range)))
        .hintString("doctorOccupied")
        .sort(Sorts.ascending("doctorId", "startsAt"))
        .projection(Projections.include("doctorId", "startsAt", "endsAt"))
        .forEach(
            appointment ->
                occupied
                    .computeIfAbsent(
                        DoctorId.of(DocumentFields.text(appointment, "doctorId")),
                        id -> new ArrayList<>())
                    .add(AppointmentDocuments.slot(appointment)));
    return occupied;
  }

  static Bson overlapping(TimeSlot range) {
    return Filters.and(Filters.eq("occupying", true), around(range));
  }

  /** Appointments of any status that share an instant with the range. */
  static Bson around(TimeSlot range) {
    return Filters.and(
        Filters.gt("startsAt", range.startsAt().minus(LONGEST)),
        Filters.lt("startsAt", range.endsAt()),
        Filters.gt("endsAt", range.startsAt()));
  }

  List<AppointmentId> unconfirmed(Instant now, int limit) {
    return appointments
        .find(
            Filters.and(
                Filters.eq("status", AppointmentStatus.PENDING.code()),
                Filters.lte("startsAt", now)))
        .hintString("pending")
        .sort(Sorts.ascending("startsAt", "_id"))
        .limit(limit)
        .projection(Projections.include("_id"))
        .map(appointment -> new AppointmentId(DocumentFields.text(appointment, "_id")))
        .into(new ArrayList<>());
  }

  Page<Appointment> reviewed(DoctorId doctor, PageRequest page) {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.eq("doctorId", doctor.value()));
    all.add(Filters.exists("review.createdAt"));
    page.after()
        .ifPresent(
            cursor ->
                all.add(
                    Cursors.below(
                        "review.createdAt",
                        Instant.ofEpochMilli(Cursor.number(cursor.key())),
                        "_id",
                        cursor.id())));
    return page(
        appointments.find(Filters.and(all)).sort(Sorts.descending("review.createdAt", "_id")),
        page,
        appointment -> appointment.review().orElseThrow().createdAt());
  }

  /** The instant that a list is ordered by. */
  @FunctionalInterface
  private interface Place {
    Instant of(Appointment appointment);
  }

  private static Page<Appointment> page(
      FindIterable<Document> found, PageRequest request, Place place) {
    return Page.of(
        ReadablePages.first(found, request.limit() + 1, AppointmentDocuments::appointment),
        request,
        appointment ->
            new Cursor(
                Long.toString(place.of(appointment).toEpochMilli()), appointment.id().value()));
  }
}
