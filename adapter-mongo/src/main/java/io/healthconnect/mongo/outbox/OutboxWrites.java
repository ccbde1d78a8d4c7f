package io.healthconnect.mongo.outbox;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import org.bson.Document;

/** Fills the outbox, as part of the transaction that stores a notice. */
public final class OutboxWrites {
  private final MongoCollection<Document> outbox;
  private final boolean kept;

  public OutboxWrites(MongoHandles handles) {
    this.outbox = handles.collection(CollectionName.OUTBOX);
    this.kept = handles.keepsOutbox();
  }

  /** Adds an entry that is due at once, unless nobody sends anything. */
  public void add(ClientSession session, Notice notice) {
    if (kept) {
      outbox.insertOne(session, OutboxDocuments.document(notice));
    }
  }

  /** Removes the entry of a notice, if it is still there. */
  public void remove(ClientSession session, AccountId account, long seq) {
    outbox.deleteOne(session, Filters.eq("_id", OutboxEntry.idOf(account, seq)));
  }

  /** Removes all of an account that is erased. */
  public void removeAll(ClientSession session, AccountId account) {
    outbox.deleteMany(session, Filters.eq("accountId", account.value()));
  }
}
