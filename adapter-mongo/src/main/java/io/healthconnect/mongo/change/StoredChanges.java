package io.healthconnect.mongo.change;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.appointment.AppointmentDocuments;
import io.healthconnect.mongo.call.CallDocuments;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.event.EventDocuments;
import io.healthconnect.mongo.message.MessageDocuments;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What a stored document tells. An inserted message and an inserted or replaced appointment are
 * their own news; the rest are documents of {@code events}. Each of them comes whole in the entry
 * of the change stream, as it was stored then.
 */
public final class StoredChanges {
  private static final int MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

  private StoredChanges() {}

  /** Lets through what {@link #of} understands. */
  public static List<Bson> pipeline() {
    return List.of(
        Aggregates.match(
            Filters.or(
                from(CollectionName.MESSAGES, OperationType.INSERT),
                from(CollectionName.APPOINTMENTS, OperationType.INSERT, OperationType.REPLACE),
                from(CollectionName.EVENTS, OperationType.INSERT),
                from(CollectionName.CALLS, OperationType.INSERT, OperationType.REPLACE),
                from(
                    CollectionName.DEVICES,
                    OperationType.INSERT,
                    OperationType.REPLACE,
                    OperationType.DELETE))),
        new Document("$set", new Document("fullDocument", withoutTooLarge())));
  }

  /**
   * A document that is too large to be anybody's change leaves its entry without a document: an
   * entry of more than 16 MB would end the stream.
   */
  private static Document withoutTooLarge() {
    Document size =
        new Document(
            "$bsonSize", new Document("$ifNull", List.of("$fullDocument", new Document())));
    Document tooLarge = new Document("$gt", List.of(size, MAX_DOCUMENT_BYTES));
    return new Document("$cond", List.of(tooLarge, "$$REMOVE", "$fullDocument"));
  }

  private static Bson from(CollectionName collection, OperationType... types) {
    List<String> names = List.of(types).stream().map(OperationType::getValue).toList();
    return Filters.and(
        Filters.eq("ns.coll", collection.text()), Filters.in("operationType", names));
  }

  /**
   * The changes that an entry of the stream tells, in their order; none for devices, of which only
   * the presence knows what a change of them means.
   *
   * @throws RuntimeException if the document is not of the shape that its collection has
   */
  public static List<Change> of(ChangeStreamDocument<Document> entry) {
    String collection = collection(entry);
    if (collection.equals(CollectionName.MESSAGES.text())) {
      return List.of(new Change.MessageSent(MessageDocuments.message(document(entry))));
    }
    if (collection.equals(CollectionName.APPOINTMENTS.text())) {
      return List.of(
          new Change.AppointmentChanged(AppointmentDocuments.appointment(document(entry))));
    }
    if (collection.equals(CollectionName.CALLS.text())) {
      return CallDocuments.changes(document(entry));
    }
    return collection.equals(CollectionName.EVENTS.text())
        ? EventDocuments.change(document(entry)).stream().toList()
        : List.of();
  }

  static String collection(ChangeStreamDocument<Document> entry) {
    MongoNamespace namespace = entry.getNamespace();
    return namespace == null ? "" : namespace.getCollectionName();
  }

  private static Document document(ChangeStreamDocument<Document> entry) {
    Document document = entry.getFullDocument();
    if (document == null) {
      throw new IllegalStateException("a document is too large for a change");
    }
    return document;
  }
}
