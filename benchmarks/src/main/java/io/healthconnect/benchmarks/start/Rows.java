package io.healthconnect.benchmarks.start;

import com.mongodb.client.MongoDatabase;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Small documents that the store makes itself. The schema is made afterwards, by the server. */
final class Rows {
  /** How many messages a conversation has, and how many appointments a doctor has. */
  private static final int EACH = 1_000;

  private static final Date FIRST = new Date(1_700_000_000_000L);
  private static final int MINUTE = 60_000;

  private Rows() {}

  static void messages(MongoDatabase database, long count) {
    Document message =
        new Document("_id", text("m", "$a", "-", "$b"))
            .append("conversation", text("d", "$a", ":p", "$a"))
            .append("seq", new Document("$toLong", new Document("$add", List.of("$b", 1))))
            .append("senderId", text("p", "$a"))
            .append("receiverId", text("d", "$a"))
            .append("clientId", text("c", "$b"))
            .append("text", text("This is message ", "$b", " of a conversation."))
            .append("createdAt", at(0))
            .append("readAt", at(MINUTE));
    make(database, count, message, "messages");
  }

  static void appointments(MongoDatabase database, long count) {
    Document review =
        new Document("rating", literal(5))
            .append("text", literal("Takes time."))
            .append("createdAt", at(2 * MINUTE));
    Document appointment =
        new Document("_id", text("a", "$a", "-", "$b"))
            .append("doctorId", text("d", "$a"))
            .append("patientId", text("p", "$b"))
            .append("startsAt", at(0))
            .append("endsAt", at(MINUTE))
            .append("mode", literal("video"))
            .append("reason", literal("Check-up"))
            .append("status", literal("completed"))
            .append("occupying", literal(false))
            .append("opensContact", literal(true))
            .append("history", literal(List.of()))
            .append("historyLength", literal(0))
            .append("moves", literal(0))
            .append("review", review)
            .append("version", literal(1L));
    make(database, count, appointment, "appointments");
  }

  private static void make(MongoDatabase database, long count, Document row, String collection) {
    Document groups = new Document("a", new Document("$range", List.of(0, (int) (count / EACH))));
    database
        .aggregate(
            List.of(
                new Document("$documents", List.of(groups)),
                new Document("$unwind", "$a"),
                new Document("$set", new Document("b", new Document("$range", List.of(0, EACH)))),
                new Document("$unwind", "$b"),
                new Document("$project", row),
                new Document("$out", collection)))
        .toCollection();
  }

  private static Document literal(Object value) {
    return new Document("$literal", value);
  }

  private static Document text(String... parts) {
    return new Document(
        "$concat",
        List.of(parts).stream()
            .map(part -> part.startsWith("$") ? new Document("$toString", part) : part)
            .toList());
  }

  /** A minute after the one before, and so many milliseconds later. */
  private static Document at(int later) {
    Document after = new Document("$multiply", List.of("$b", 3 * MINUTE));
    return new Document("$add", List.of(FIRST, after, later));
  }
}
