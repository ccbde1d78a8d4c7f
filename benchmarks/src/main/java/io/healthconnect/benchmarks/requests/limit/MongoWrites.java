package io.healthconnect.benchmarks.requests.limit;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The transactions of the server that write. */
final class MongoWrites {
  private final MongoDatabase database;

  MongoWrites(MongoDatabase database) {
    this.database = database;
  }

  private MongoCollection<Document> in(String collection) {
    return database.getCollection(collection);
  }

  static String conversation(String one, String other) {
    return one.compareTo(other) < 0 ? one + ":" + other : other + ":" + one;
  }

  long send(ClientSession session, String sender, String receiver, String clientId) {
    List<String> both = List.of(sender, receiver);
    in("appointments")
        .find(
            session,
            Filters.and(
                Filters.in("doctorId", both),
                Filters.eq("opensContact", true),
                Filters.in("patientId", both)))
        .projection(
            Projections.fields(
                Projections.include("doctorId", "patientId"), Projections.excludeId()))
        .hintString("doctorContact")
        .first();
    in("doctors")
        .find(session, Filters.and(Filters.eq("_id", receiver), Filters.eq("erased", true)))
        .projection(Projections.include("_id"))
        .first();
    increase(session, "patients", sender, "contactUses");
    String conversation = conversation(sender, receiver);
    Document last =
        in("messages")
            .find(session, Filters.eq("conversation", conversation))
            .projection(Projections.include("seq"))
            .sort(Sorts.descending("seq"))
            .first();
    long seq = last == null ? 1 : last.getLong("seq") + 1;
    in("messages")
        .insertOne(
            session,
            new Document("_id", UUID.randomUUID().toString())
                .append("conversation", conversation)
                .append("seq", seq)
                .append("senderId", sender)
                .append("receiverId", receiver)
                .append("clientId", clientId)
                .append("text", "I feel better since Monday.")
                .append("createdAt", new Date())
                .append("unread", true)
                .append("heads", both));
    in("notices")
        .find(
            session,
            Filters.and(
                Filters.eq("accountId", receiver),
                Filters.eq("unread", true),
                Filters.eq("kind", "new_message"),
                Filters.eq("fromId", sender)))
        .hintString("unread")
        .first();
    return seq;
  }

  private void increase(ClientSession session, String collection, String id, String member) {
    in(collection).updateOne(session, Filters.eq("_id", id), Updates.inc(member, 1L));
  }

  /** The message is no longer the last of its conversation. */
  void unmark(String sender, String receiver, long seq) {
    in("messages")
        .updateOne(
            Filters.and(
                Filters.eq("conversation", conversation(sender, receiver)), Filters.eq("seq", seq)),
            Updates.unset("heads"));
  }

  void book(ClientSession session, Booking booking) {
    in("doctors")
        .find(session, Filters.eq("_id", booking.doctor()))
        .projection(Projections.include("hidden"))
        .first();
    last(session, "doctorId", booking.doctor(), "doctorOccupied", booking);
    in("holds")
        .find(
            session,
            Filters.and(
                Filters.eq("doctorId", booking.doctor()),
                Filters.lt("startsAt", new Date(booking.endsAt())),
                Filters.gt("endsAt", new Date(booking.startsAt()))))
        .first();
    last(session, "patientId", booking.patient(), "patientOccupied", booking);
    in("appointments")
        .find(
            session,
            Filters.and(
                Filters.eq("patientId", booking.patient()),
                Filters.eq("occupying", true),
                Filters.gt("startsAt", new Date())))
        .hintString("patientOccupied")
        .limit(20)
        .projection(Projections.include("doctorId"))
        .into(new ArrayList<>());
    increase(session, "doctors", booking.doctor(), "timesTaken");
    increase(session, "patients", booking.patient(), "timesTaken");
    insert(session, booking);
    in("holds").deleteOne(session, Filters.eq("_id", booking.patient()));
    tell(session, booking);
  }

  private void last(
      ClientSession session, String role, String person, String index, Booking booking) {
    Bson earlier =
        Filters.and(
            Filters.eq(role, person),
            Filters.ne("_id", booking.id()),
            Filters.eq("occupying", true),
            Filters.lt("startsAt", new Date(booking.endsAt())));
    in("appointments")
        .find(session, earlier)
        .hintString(index)
        .sort(Sorts.descending("startsAt"))
        .projection(Projections.include("endsAt"))
        .first();
  }

  private void insert(ClientSession session, Booking booking) {
    Document change =
        new Document("to", "pending").append("by", booking.patient()).append("at", new Date());
    in("appointments")
        .insertOne(
            session,
            new Document("_id", booking.id())
                .append("doctorId", booking.doctor())
                .append("patientId", booking.patient())
                .append("date", booking.date().toString())
                .append("startTime", booking.startTime().toString())
                .append("endTime", booking.endTime().toString())
                .append("timeZone", "UTC")
                .append("startsAt", new Date(booking.startsAt()))
                .append("endsAt", new Date(booking.endsAt()))
                .append("mode", "video")
                .append("reason", booking.reason())
                .append("status", "pending")
                .append("occupying", true)
                .append("opensContact", true)
                .append("notes", List.of())
                .append("noteVersions", 0)
                .append("history", List.of(change))
                .append("historyLength", 1)
                .append("moves", 0)
                .append("version", 1L));
    in("appointmentChanges")
        .insertOne(
            session,
            new Document("_id", booking.id() + ":0")
                .append("appointmentId", booking.id())
                .append("position", 0)
                .append("to", "pending")
                .append("by", booking.patient())
                .append("at", new Date()));
  }

  private void tell(ClientSession session, Booking booking) {
    Document counted =
        Objects.requireNonNull(
            in("accounts")
                .findOneAndUpdate(
                    session, Filters.eq("_id", booking.doctor()), Updates.inc("notices", 1L)));
    Long before = counted.getLong("notices");
    long seq = before == null ? 1 : before + 1;
    in("notices")
        .insertOne(
            session,
            new Document("_id", booking.doctor() + ":" + seq)
                .append("accountId", booking.doctor())
                .append("seq", seq)
                .append("kind", "visit_requested")
                .append("at", new Date())
                .append("appointmentId", booking.id())
                .append("fromId", booking.patient())
                .append("unread", true));
    in("pushSubscriptions")
        .find(session, Filters.eq("accountId", booking.doctor()))
        .projection(Projections.include("_id"))
        .into(new ArrayList<>());
    if (seq > 500) {
      in("notices")
          .deleteOne(
              session,
              Filters.and(Filters.eq("accountId", booking.doctor()), Filters.eq("seq", seq - 500)));
      in("outbox").deleteOne(session, Filters.eq("_id", booking.doctor() + ":" + (seq - 500)));
    }
  }
}
