package io.healthconnect.mongo.audit;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Adds entries, as part of the transaction that makes what they tell of. The number is unique, so
 * of two transactions that add the same number one is repeated, and then continues the other's
 * chain.
 */
public final class AuditWrites {
  private final MongoCollection<Document> entries;
  private final NoticeWrites notices;

  public AuditWrites(MongoHandles handles) {
    this.entries = handles.collection(CollectionName.AUDIT);
    this.notices = new NoticeWrites(handles);
  }

  public List<AuditEvent> append(ClientSession session, List<AuditEvent> events) {
    Optional<Document> head =
        Optional.ofNullable(
            entries
                .find(session, Filters.gte("_id", AuditEntry.FIRST))
                .sort(Sorts.descending("_id"))
                .projection(Projections.include("hash"))
                .limit(1)
                .first());
    // Not the whole entry, whose action may be one that only a newer node knows.
    long number = head.map(last -> DocumentFields.number(last, "_id")).orElse(AuditEntry.FIRST - 1);
    String hash = head.map(last -> DocumentFields.text(last, "hash")).orElse(AuditEntry.NONE);
    List<Document> documents = new ArrayList<>();
    for (AuditEvent event : events) {
      AuditEntry next = AuditEntry.after(number, hash, event);
      documents.add(AuditDocuments.document(next));
      number = next.number();
      hash = next.hash();
    }
    entries.insertMany(session, documents);
    events.forEach(event -> notices.add(session, AccountNotices.ofEvent(event)));
    return events;
  }
}
