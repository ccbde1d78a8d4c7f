package io.healthconnect.mongo.appointment;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.Cursors;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Which visits are wanted, and in which order; each query is served by an index. */
final class AppointmentLists {
  /** No visit is that long: {@code BookingRules} allow 8 hours. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final MongoCollection<Document> visits;
  private final MongoCollection<Document> doctors;

  AppointmentLists(MongoHandles handles) {
    this.visits = handles.collection(CollectionName.APPOINTMENTS);
    this.doctors = handles.collection(CollectionName.DOCTORS);
  }

  Page<Appointment> list(AppointmentQuery query) {
    String person = query.participant().value();
    boolean doctor = doctors.find(Filters.eq("_id", person)).first() != null;
    Bson order =
        query.descending()
            ? Sorts.descending("startsAt", "_id")
            : Sorts.ascending("startsAt", "_id");
    return page(
        filter(doctor ? "doctorId" : "patientId", query),
        order,
        query.page(),
        visit -> visit.time().slot().startsAt());
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
    return visits
        .find(Filters.and(Filters.eq("doctorId", doctor.value()), overlapping(range)))
        .hintString("doctorOccupied")
        .sort(Sorts.ascending("startsAt"))
        .map(AppointmentDocuments::appointment)
        .into(new ArrayList<>());
  }

  Map<DoctorId, List<TimeSlot>> occupied(Collection<DoctorId> doctors, TimeSlot range) {
    List<String> ids = doctors.stream().map(DoctorId::value).distinct().toList();
    Map<DoctorId, List<TimeSlot>> occupied = new HashMap<>();
    visits
        .find(Filters.and(Filters.in("doctorId", ids), overlapping(range)))
        .hintString("doctorOccupied")
        .sort(Sorts.ascending("doctorId", "startsAt"))
        .projection(Projections.include("doctorId", "startsAt", "endsAt"))
        .forEach(
            visit ->
                occupied
                    .computeIfAbsent(
                        DoctorId.of(Stored.text(visit, "doctorId")), id -> new ArrayList<>())
                    .add(AppointmentDocuments.slot(visit)));
    return occupied;
  }

  static Bson overlapping(TimeSlot range) {
    return Filters.and(
        Filters.eq("occupying", true),
        Filters.gt("startsAt", range.startsAt().minus(LONGEST)),
        Filters.lt("startsAt", range.endsAt()),
        Filters.gt("endsAt", range.startsAt()));
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
        Filters.and(all),
        Sorts.descending("review.createdAt", "_id"),
        page,
        visit -> visit.review().orElseThrow().createdAt());
  }

  /** The instant that a list is ordered by. */
  @FunctionalInterface
  private interface Place {
    Instant of(Appointment visit);
  }

  private Page<Appointment> page(Bson filter, Bson order, PageRequest request, Place place) {
    List<Appointment> found =
        visits
            .find(filter)
            .sort(order)
            .limit(request.limit() + 1)
            .map(AppointmentDocuments::appointment)
            .into(new ArrayList<>());
    return Page.of(
        found,
        request,
        visit -> new Cursor(Long.toString(place.of(visit).toEpochMilli()), visit.id().value()));
  }
}
