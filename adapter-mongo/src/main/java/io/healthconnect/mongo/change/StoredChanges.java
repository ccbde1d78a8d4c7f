package io.healthconnect.mongo.change;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.mongo.appointment.AppointmentDocuments;
import io.healthconnect.mongo.call.CallDocuments;
import io.healthconnect.mongo.event.EventDocuments;
import io.healthconnect.mongo.message.MessageDocuments;
import io.healthconnect.mongo.notice.NoticeDocuments;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongo.search.NextFreeTimes;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Maps entries of the change stream to changes. An inserted message or notice and an inserted or
 * replaced appointment are events themselves, and so is each write of a doctor but the count that
 * bookings keep there and when the doctor is free next; all other changes are documents of {@code
 * events}. Each entry of the others contains the whole document as it was stored.
 */
public final class StoredChanges {
  private static final int MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

  /** Of an entry, what only those need who compare stores; of a call, what is not its signals. */
  private static final List<String> NOT_TOLD =
      List.of(
          "wallTime",
          "collectionUUID",
          "fullDocument.caller",
          "fullDocument.callee",
          "fullDocument.offered",
          "fullDocument.early",
          "fullDocument.card",
          "fullDocument.people",
          "fullDocument.callerId",
          "fullDocument.calleeId",
          "fullDocument.devices",
          "fullDocument.media",
          "fullDocument.state",
          "fullDocument.live",
          "fullDocument.startedAt",
          "fullDocument.answeredAt",
          "fullDocument.deadline",
          "fullDocument.ringUntil");

  /** A step of a live call that nobody hears of, such as a candidate that has to wait. */
  private static final Bson TELLS_NOBODY =
      Filters.and(
          Filters.eq("fullDocument.live", true), Filters.eq("fullDocument.signals", List.of()));

  private StoredChanges() {}

  /**
   * What names only other nodes: a step of a live call that only told devices of theirs something,
   * and an event for people who are connected there. An older node names no nodes: what it writes
   * goes to all.
   */
  private static Bson tellsOthers(Set<String> names) {
    Bson step =
        Filters.and(
            Filters.eq("ns.coll", CollectionName.CALLS.text()),
            Filters.eq("fullDocument.live", true),
            Filters.exists("fullDocument.signals.node"),
            Filters.nor(Filters.elemMatch("fullDocument.signals", Filters.exists("node", false))),
            Filters.nin("fullDocument.signals.node", names));
    Bson event =
        Filters.and(
            Filters.eq("ns.coll", CollectionName.EVENTS.text()),
            Filters.exists("fullDocument.nodes"),
            Filters.nin("fullDocument.nodes", names));
    return Filters.or(step, event);
  }

  /**
   * Passes only the entries that {@link #of} understands, and of those which name nodes only those
   * that name this one.
   *
   * @param names of this node
   */
  public static List<Bson> pipeline(Set<String> names) {
    return List.of(
        Aggregates.match(
            Filters.or(
                from(CollectionName.MESSAGES, OperationType.INSERT),
                from(CollectionName.APPOINTMENTS, OperationType.INSERT, OperationType.REPLACE),
                from(CollectionName.EVENTS, OperationType.INSERT),
                from(CollectionName.NOTICES, OperationType.INSERT),
                Filters.and(
                    from(CollectionName.CALLS, OperationType.INSERT, OperationType.REPLACE),
                    Filters.nor(TELLS_NOBODY)),
                Filters.and(
                    from(
                        CollectionName.DOCTORS,
                        OperationType.INSERT,
                        OperationType.UPDATE,
                        OperationType.REPLACE,
                        OperationType.DELETE),
                    Filters.exists("updateDescription.updatedFields.timesTaken", false),
                    Filters.nor(NextFreeTimes.isComputed())),
                from(
                    CollectionName.DEVICES,
                    OperationType.INSERT,
                    OperationType.REPLACE,
                    OperationType.DELETE))),
        new Document("$set", new Document("fullDocument", withoutTooLarge())),
        // Behind a stage that changes the document: servers fail to look for this in their log.
        Aggregates.match(Filters.nor(tellsOthers(names))),
        new Document("$unset", NOT_TOLD));
  }

  /**
   * Removes the document from an entry when it is too large to be a valid change: an entry of more
   * than 16 MB would end the stream.
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
   * The changes of an entry, in their order; none for devices, which only the presence registry can
   * interpret.
   *
   * @throws RuntimeException if the document does not have the form of its collection
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
    if (collection.equals(CollectionName.NOTICES.text())) {
      Notice notice = NoticeDocuments.notice(document(entry));
      return notice.isOwn() ? List.of() : List.of(new Change.NoticeStored(notice));
    }
    if (collection.equals(CollectionName.DOCTORS.text())) {
      return List.of(new Change.DoctorChanged(DoctorId.of(key(entry))));
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

  private static String key(ChangeStreamDocument<Document> entry) {
    BsonDocument key = entry.getDocumentKey();
    if (key == null || !key.isString("_id")) {
      throw new IllegalStateException("a doctor has another key");
    }
    return key.getString("_id").getValue();
  }

  private static Document document(ChangeStreamDocument<Document> entry) {
    Document document = entry.getFullDocument();
    if (document == null) {
      throw new IllegalStateException("a document is too large for a change");
    }
    return document;
  }
}
