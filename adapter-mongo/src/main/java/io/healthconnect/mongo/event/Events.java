package io.healthconnect.mongo.event;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * Writes changes that no other document describes, as part of the transaction that makes them. The
 * change stream reads them from the oplog; the documents are kept for an hour to help
 * investigations.
 */
public final class Events {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoHandles handles;
  private final MongoCollection<Document> events;

  public Events(MongoHandles handles) {
    this.handles = handles;
    this.events = handles.collection(CollectionName.EVENTS);
  }

  public void publish(ClientSession session, Change.SessionsEnded ended) {
    insert(session, EventDocuments.document(ended));
    handles.afterCommit(session, () -> handles.local().sessionsEnded(ended));
  }

  public void publish(ClientSession session, Change.MessagesRead read) {
    insert(session, EventDocuments.document(read));
  }

  /**
   * @param nodes that hear of it; empty for all
   */
  public void publish(ClientSession session, Change.Typing typing, Set<String> nodes) {
    insert(session, EventDocuments.document(typing, nodes));
  }

  public void publish(ClientSession session, Change.DoctorLate late) {
    insert(session, EventDocuments.document(late));
    handles.afterCommit(session, () -> handles.local().doctorChanged(late.doctor()));
  }

  public void publish(ClientSession session, Change.WaitingChanged waiting) {
    insert(session, EventDocuments.document(waiting));
  }

  public void publish(ClientSession session, Change.PatientAdmitted admitted) {
    insert(session, EventDocuments.document(admitted));
  }

  private void insert(ClientSession session, Document event) {
    events.updateOne(session, newOne(), whole(event), UPSERT);
  }

  private static Bson newOne() {
    return Filters.eq("_id", new ObjectId());
  }

  /** An update, because only an update can take the time from the server. */
  private static Bson whole(Document event) {
    return Updates.combine(new Document("$setOnInsert", event), Updates.currentDate("at"));
  }
}
