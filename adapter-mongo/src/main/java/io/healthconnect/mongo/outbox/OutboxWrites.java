package io.healthconnect.mongo.outbox;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.domain.push.PushSubscriptionId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Fills the outboxes, as part of the transaction that stores a notice. */
public final class OutboxWrites {
  private final MongoCollection<Document> outbox;
  private final MongoCollection<Document> pushOutbox;
  private final MongoCollection<Document> subscriptions;
  private final boolean kept;

  public OutboxWrites(MongoHandles handles) {
    this.outbox = handles.collection(CollectionName.OUTBOX);
    this.pushOutbox = handles.collection(CollectionName.PUSH_OUTBOX);
    this.subscriptions = handles.collection(CollectionName.PUSH_SUBSCRIPTIONS);
    this.kept = handles.keepsOutbox();
  }

  /**
   * Adds an entry that is due at once for the mail, unless nobody sends mails, and one for each
   * subscribed device, unless it is an own notice, which nobody is shown.
   */
  public void add(ClientSession session, Notice notice) {
    if (kept) {
      outbox.insertOne(session, OutboxDocuments.document(new OutboxEntry(notice, 0)));
    }
    if (notice.isOwn()) {
      return;
    }
    List<Document> pushes =
        subscriptions
            .find(session, Filters.eq("accountId", notice.to().value()))
            .projection(Projections.include("_id"))
            .map(each -> new PushSubscriptionId(DocumentFields.text(each, "_id")))
            .map(device -> new OutboxEntry(notice, Optional.of(device), 0))
            .map(OutboxDocuments::document)
            .into(new ArrayList<>());
    if (!pushes.isEmpty()) {
      pushOutbox.insertMany(session, pushes);
    }
  }

  /** Removes the entries of a notice, if they are still there. */
  public void remove(ClientSession session, AccountId account, long seq) {
    outbox.deleteOne(session, Filters.eq("_id", OutboxEntry.idOf(account, seq)));
    pushOutbox.deleteMany(
        session, Filters.and(Filters.eq("accountId", account.value()), Filters.eq("seq", seq)));
  }

  /** Removes all of an account that is erased. */
  public void removeAll(ClientSession session, AccountId account) {
    Bson own = Filters.eq("accountId", account.value());
    outbox.deleteMany(session, own);
    pushOutbox.deleteMany(session, own);
  }
}
