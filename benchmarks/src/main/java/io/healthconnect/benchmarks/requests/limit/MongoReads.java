package io.healthconnect.benchmarks.requests.limit;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The reads of the server, without those of sessions. */
final class MongoReads {
  private final MongoDatabase database;

  MongoReads(MongoDatabase database) {
    this.database = database;
  }

  private List<Document> find(String collection, Bson filter) {
    return database.getCollection(collection).find(filter).into(new ArrayList<>());
  }

  void doctors() {
    List<Document> page =
        database
            .getCollection("doctors")
            .find(Filters.eq("hidden", null))
            .sort(Sorts.ascending("nameFolded", "_id"))
            .limit(21)
            .into(new ArrayList<>());
    free(ids(page.subList(0, Math.min(20, page.size())), "_id"), Instant.now(), 14);
  }

  private static List<String> ids(List<Document> documents, String member) {
    return documents.stream().map(each -> each.getString(member)).toList();
  }

  private void free(List<String> doctors, Instant around, int days) {
    Instant from = around.truncatedTo(ChronoUnit.DAYS);
    Instant to = from.plus(days, ChronoUnit.DAYS);
    database
        .getCollection("appointments")
        .find(
            Filters.and(
                Filters.in("doctorId", doctors),
                Filters.eq("occupying", true),
                Filters.gt("startsAt", from.minus(1, ChronoUnit.DAYS)),
                Filters.lt("startsAt", to),
                Filters.gt("endsAt", from)))
        .hintString("doctorOccupied")
        .sort(Sorts.ascending("doctorId", "startsAt"))
        .projection(Projections.include("doctorId", "startsAt", "endsAt"))
        .into(new ArrayList<>());
    find(
        "holds",
        Filters.and(
            Filters.in("doctorId", doctors),
            Filters.lt("startsAt", to),
            Filters.gt("endsAt", from)));
  }

  void me(String id) {
    find("accounts", Filters.eq("_id", id));
    find("patients", Filters.eq("_id", id));
  }

  void appointments(String patient) {
    List<Document> page =
        database
            .getCollection("appointments")
            .find(Filters.eq("patientId", patient))
            .sort(Sorts.ascending("startsAt", "_id"))
            .limit(21)
            .into(new ArrayList<>());
    show(ids(page, "doctorId"), patient);
    find("attendances", Filters.in("_id", ids(page, "_id")));
  }

  private void show(List<String> doctors, String patient) {
    List<String> people = new ArrayList<>(doctors);
    people.add(patient);
    find("accounts", Filters.in("_id", people));
    database
        .getCollection("doctors")
        .find(Filters.in("_id", doctors))
        .projection(Projections.include("specialization"))
        .into(new ArrayList<>());
  }

  void conversation(String one, String other) {
    find("accounts", Filters.in("_id", List.of(one, other)));
    database
        .getCollection("appointments")
        .find(
            Filters.and(
                Filters.eq("doctorId", other),
                Filters.eq("opensContact", true),
                Filters.eq("patientId", one)))
        .projection(Projections.fields(Projections.include("patientId"), Projections.excludeId()))
        .hintString("doctorContact")
        .first();
    database
        .getCollection("messages")
        .find(
            Filters.and(
                Filters.eq("conversation", MongoWrites.conversation(one, other)),
                Filters.lt("seq", Long.MAX_VALUE)))
        .sort(Sorts.descending("seq"))
        .limit(51)
        .into(new ArrayList<>());
  }

  /** What decides whether a time of a doctor can be booked. */
  void bookable(Booking booking) {
    find("doctors", Filters.eq("_id", booking.doctor()));
    free(List.of(booking.doctor()), Instant.ofEpochMilli(booking.startsAt()), 1);
  }

  /** What the reply to a booking shows. */
  void booked(Booking booking) {
    show(List.of(booking.doctor()), booking.patient());
  }
}
