package io.healthconnect.mongod;

import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The change stream cursors that are open at one member. */
final class ChangeStreams {
  private ChangeStreams() {}

  /**
   * Kills all of them.
   *
   * @return how many there were
   */
  static int kill(Member member) {
    Document look = new Document("idleCursors", true).append("allUsers", true);
    Document operations =
        member.admin(
            new Document("aggregate", 1)
                .append("pipeline", List.of(new Document("$currentOp", look)))
                .append("cursor", new Document("batchSize", 10_000)));
    int killed = 0;
    for (Document operation : batch(operations)) {
      Optional<Long> cursor = stream(operation);
      if (cursor.isPresent()) {
        String[] namespace = operation.getString("ns").split("\\.", 2);
        Document command =
            new Document("killCursors", namespace[1]).append("cursors", List.of(cursor.get()));
        killed += member.run(namespace[0], command).getList("cursorsKilled", Long.class).size();
      }
    }
    return killed;
  }

  private static List<Document> batch(Document answer) {
    return answer.get("cursor", Document.class).getList("firstBatch", Document.class);
  }

  private static Optional<Long> stream(Document operation) {
    return Optional.ofNullable(operation.get("cursor", Document.class))
        .filter(ChangeStreams::isStream)
        .map(cursor -> cursor.getLong("cursorId"));
  }

  private static boolean isStream(Document cursor) {
    Document command = cursor.get("originatingCommand", new Document());
    List<Document> pipeline = command.getList("pipeline", Document.class, List.of());
    return !pipeline.isEmpty() && pipeline.get(0).containsKey("$changeStream");
  }
}
