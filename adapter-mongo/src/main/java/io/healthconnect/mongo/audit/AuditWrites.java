package io.healthconnect.mongo.audit;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.notice.AccountNotices;
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
    Optional<AuditEntry> head =
        Optional.ofNullable(
                entries
                    .find(session, Filters.gt("_id", 0L))
                    .sort(Sorts.descending("_id"))
                    .limit(1)
                    .first())
            .map(AuditDocuments::entry);
    List<Document> documents = new ArrayList<>();
    for (AuditEvent event : events) {
      AuditEntry next = head.map(last -> last.next(event)).orElseGet(() -> AuditEntry.first(event));
      documents.add(AuditDocuments.document(next));
      head = Optional.of(next);
    }
    entries.insertMany(session, documents);
    events.forEach(event -> notices.add(session, AccountNotices.ofEvent(event)));
    return events;
  }
}
