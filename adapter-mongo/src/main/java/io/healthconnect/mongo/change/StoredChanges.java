package io.healthconnect.mongo.change;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.appointment.AppointmentDocuments;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.event.EventDocuments;
import io.healthconnect.mongo.message.MessageDocuments;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What a stored document tells. An inserted message and an inserted or replaced appointment are
 * their own news; the rest are documents of {@code events}. Each of them comes whole in the entry
 * of the change stream, as it was stored then.
 */
public final class StoredChanges {
  private StoredChanges() {}

  /** Lets through what {@link #of} understands. */
  public static List<Bson> pipeline() {
    return List.of(
        Aggregates.match(
            Filters.or(
                from(CollectionName.MESSAGES, OperationType.INSERT),
                from(CollectionName.APPOINTMENTS, OperationType.INSERT, OperationType.REPLACE),
                from(CollectionName.EVENTS, OperationType.INSERT))));
  }

  private static Bson from(CollectionName collection, OperationType... types) {
    List<String> names = List.of(types).stream().map(OperationType::getValue).toList();
    return Filters.and(
        Filters.eq("ns.coll", collection.text()), Filters.in("operationType", names));
  }

  /**
   * The change that an entry of the stream tells, if it tells one.
   *
   * @throws RuntimeException if the document is not of the shape that its collection has
   */
  public static Optional<Change> of(ChangeStreamDocument<Document> entry) {
    Document document = entry.getFullDocument();
    if (document == null || entry.getNamespace() == null) {
      return Optional.empty();
    }
    String collection = entry.getNamespace().getCollectionName();
    if (collection.equals(CollectionName.MESSAGES.text())) {
      return Optional.of(new Change.MessageSent(MessageDocuments.message(document)));
    }
    if (collection.equals(CollectionName.APPOINTMENTS.text())) {
      return Optional.of(new Change.AppointmentChanged(AppointmentDocuments.appointment(document)));
    }
    return collection.equals(CollectionName.EVENTS.text())
        ? EventDocuments.change(document)
        : Optional.empty();
  }
}
