package io.healthconnect.mongo.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class KnownMembersTest {
  private static final KnownMembers MEMBERS =
      KnownMembers.of("_id", "name", "gone", "list").withPart("part", "known").withFresh("fresh");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private static Document keep(Document stored, Document next) {
    return MEMBERS.keep(stored, next);
  }

  @Test
  void keepsWhatItDoesNotKnowAndNothingElse() {
    Document stored =
        new Document("_id", 1).append("name", "old").append("gone", true).append("newer", 7);
    assertEquals(
        new Document("_id", 1).append("name", "new").append("newer", 7),
        keep(stored, new Document("_id", 1).append("name", "new")));
  }

  @Test
  void keepsMembersOfAPartThatIsStillThere() {
    Document part = new Document("known", 1).append("newer", new Document("deep", 2));
    assertEquals(
        new Document("part", new Document("known", 3).append("newer", new Document("deep", 2))),
        keep(new Document("part", part), new Document("part", new Document("known", 3))));
    assertEquals(
        new Document("name", "a"), keep(new Document("part", part), new Document("name", "a")));
  }

  @Test
  @SuppressWarnings("JavaUtilDate") // The driver reads instants as this type.
  void keepsElementsThatAreWrittenAgain() {
    Document known = new Document("to", "a").append("at", Date.from(NOW)).append("newer", 1);
    Document next = new Document("to", "a").append("at", NOW);
    Document other = new Document("to", "b").append("at", NOW);
    assertEquals(
        new Document("list", List.of(known, other, "text")),
        keep(
            new Document("list", List.of("text", known)),
            new Document("list", List.of(next, other, "text"))));
  }

  @Test
  void keepsNothingOfElementsThatEachDocumentHasAnew() {
    Document next = new Document("fresh", List.of(new Document("to", "a")));
    Document stored = new Document("fresh", List.of(new Document("to", "a").append("newer", 1)));
    assertEquals(new Document(next), keep(stored, next));
  }
}
