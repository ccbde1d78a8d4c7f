package io.healthconnect.mongo.event;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * Writes the changes that no other document tells, in the transaction that they belong to. They are
 * kept for an hour (by the server's clock), which is only for people who look; the change stream
 * has them from the oplog.
 */
public final class Events {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> events;

  public Events(MongoHandles handles) {
    this.events = handles.collection(CollectionName.EVENTS);
  }

  public void tell(ClientSession session, Change.SessionsEnded ended) {
    insert(session, EventDocuments.document(ended));
  }

  public void tell(ClientSession session, Change.MessagesRead read) {
    insert(session, EventDocuments.document(read));
  }

  /** Of this, nothing else is stored. */
  public UpdateResult tell(Change.Typing typing) {
    return events.updateOne(newOne(), whole(EventDocuments.document(typing)), UPSERT);
  }

  private void insert(ClientSession session, Document event) {
    events.updateOne(session, newOne(), whole(event), UPSERT);
  }

  private static Bson newOne() {
    return Filters.eq("_id", new ObjectId());
  }

  /** An update, because only that can take the time from the server. */
  private static Bson whole(Document event) {
    return Updates.combine(new Document("$setOnInsert", event), Updates.currentDate("at"));
  }
}
