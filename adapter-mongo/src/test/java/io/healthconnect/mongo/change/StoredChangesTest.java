package io.healthconnect.mongo.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Test;

final class StoredChangesTest {
  private static ChangeStreamDocument<Document> entry(String collection, Document document) {
    BsonDocument namespace =
        new BsonDocument("db", new BsonString("test")).append("coll", new BsonString(collection));
    return new ChangeStreamDocument<>(
        OperationType.INSERT.getValue(),
        new BsonDocument("_data", new BsonString("1")),
        namespace,
        null,
        null,
        document,
        null,
        new BsonDocument("_id", new BsonString("x")),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void ignoresOtherCollectionsAndUnknownEvents() {
    assertEquals(
        new MongoNamespace("test.patients"), entry("patients", new Document()).getNamespace());
    assertEquals(List.of(), StoredChanges.of(entry("patients", new Document("_id", "x"))));
    assertEquals(List.of(), StoredChanges.of(entry("events", new Document("type", "tomorrow"))));
  }

  @Test
  void saysWhereADocumentIsMalformedAndNothingOfItsContent() {
    List<Document> poison =
        List.of(
            new Document("_id", 7),
            new Document("_id", "secret"),
            new Document("_id", "secret").append("seq", "one").append("text", "secret"));
    for (String collection : List.of("messages", "appointments", "events", "calls")) {
      for (Document document : poison) {
        IllegalStateException e =
            assertThrows(
                IllegalStateException.class, () -> StoredChanges.of(entry(collection, document)));
        assertFalse(e.getMessage().contains("secret"), e.getMessage());
      }
    }
    assertEquals("messages", CollectionName.MESSAGES.text());
  }
}
