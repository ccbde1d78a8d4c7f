package io.healthconnect.mongo.event;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Writes the changes that no other document tells, in the transaction that they belong to. They are
 * kept for an hour (by the server's clock), which is only for people who look; the change stream
 * has them from the oplog.
 */
public final class Events {
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

  private void insert(ClientSession session, Document event) {
    // An update, because only that can take the time from the server.
    events.updateOne(
        session,
        Filters.eq("_id", new ObjectId()),
        Updates.combine(new Document("$setOnInsert", event), Updates.currentDate("at")),
        new UpdateOptions().upsert(true));
  }
}
