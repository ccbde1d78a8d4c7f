package io.healthconnect.mongo.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoCollection;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@WithMongod
class DueRemindersTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final int STORED = 1_000;
  private static final int MOST = 10;

  /** What is read is what is due, however much is stored. */
  @Test
  void areReadFromTheIndexOfDueRemindersAndNoMoreThanAsked(TestDatabase database) {
    database.raw().drop();
    try (MongoHandles handles = MongoHandles.open(database.uri())) {
      MongoCollection<Document> reminders = handles.collection(CollectionName.REMINDERS);
      reminders.insertMany(
          IntStream.range(0, STORED).mapToObj(i -> reminder(i, NOW.plusSeconds(i - 500))).toList());
      Document plan =
          ReminderWrites.due(reminders, NOW, MOST).explain(ExplainVerbosity.EXECUTION_STATS);
      Document facts = plan.get("executionStats", Document.class);
      assertEquals(MOST, facts.getInteger("totalKeysExamined"));
      assertEquals(MOST, facts.getInteger("totalDocsExamined"));
      assertEquals(
          List.of("LIMIT", "FETCH", "IXSCAN due"),
          stages(plan.get("queryPlanner", Document.class).get("winningPlan", Document.class)));
    }
  }

  private static Document reminder(int number, Instant due) {
    return new Document("appointmentId", "v" + number)
        .append("accountId", "p1")
        .append("dueAt", due);
  }

  private static List<String> stages(Document plan) {
    Document from = plan.containsKey("queryPlan") ? plan.get("queryPlan", Document.class) : plan;
    String stage = from.getString("stage");
    return from.containsKey("inputStage")
        ? concat(stage, stages(from.get("inputStage", Document.class)))
        : List.of(stage + " " + from.getString("indexName"));
  }

  private static List<String> concat(String first, List<String> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toList();
  }
}
