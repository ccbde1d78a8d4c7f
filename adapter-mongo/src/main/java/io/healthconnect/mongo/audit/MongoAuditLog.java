package io.healthconnect.mongo.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.audit.AuditQuery;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.ReadablePages;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log in MongoDB: one chain for all nodes. Threads of one node share an instance. */
public final class MongoAuditLog implements AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(MongoAuditLog.class);

  private final MongoHandles handles;
  private final MongoCollection<Document> entries;
  private final Reads reads;
  private final GroupCommit group;

  public MongoAuditLog(MongoHandles handles) {
    this.handles = handles;
    this.entries = handles.collection(CollectionName.AUDIT);
    this.reads = handles.reads(CollectionName.AUDIT);
    AuditWrites writes = new AuditWrites(handles);
    this.group =
        new GroupCommit(events -> handles.transact(session -> writes.append(session, events)));
  }

  @Override
  public void append(List<AuditEvent> events) {
    if (!events.isEmpty()) {
      // Waiting for the steps of others takes time of the request, too.
      Object unused =
          handles.run(
              () -> {
                group.add(events);
                return events;
              });
    }
  }

  @Override
  public Page<AuditEntry> find(AuditQuery query) {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.gte("_id", AuditEntry.FIRST));
    all.add(
        Filters.lt(
            "_id",
            query.page().after().map(Cursor::key).map(Cursor::number).orElse(Long.MAX_VALUE)));
    query.subject().ifPresent(subject -> all.add(Filters.eq("subjectId", subject.value())));
    return handles.run(
        () ->
            Page.of(
                ReadablePages.first(
                    reads.find(Filters.and(all)).sort(Sorts.descending("_id")),
                    query.page().limit() + 1,
                    AuditDocuments::entry),
                query.page(),
                entry -> new Cursor(Long.toString(entry.number()), "-")));
  }

  @Override
  public void forEach(Consumer<AuditEntry> each) {
    Object unused =
        handles.run(
            () -> {
              for (Document document : entries.find().sort(Sorts.ascending("_id"))) {
                read(document).ifPresent(each);
              }
              return each;
            });
  }

  private static Optional<AuditEntry> read(Document document) {
    try {
      return Optional.of(AuditDocuments.entry(document));
    } catch (IllegalStateException | IllegalArgumentException e) {
      LOG.error("A damaged entry of the audit log is left out: {}", document.get("_id"));
      return Optional.empty();
    }
  }

  /** Numbers grow with age, so the oldest come first. */
  @Override
  public int purge(Instant instant, int most) {
    return handles.run(
        () -> {
          List<Long> old = new ArrayList<>();
          for (Document document :
              entries
                  .find(Filters.gt("_id", 0L))
                  .sort(Sorts.ascending("_id"))
                  .limit(most + 1)
                  .projection(Projections.include("at"))) {
            if (!document.getDate("at").toInstant().isBefore(instant)) {
              break;
            }
            old.add(document.getLong("_id"));
          }
          return old.size() < 2
              ? 0
              : (int)
                  entries.deleteMany(Filters.lt("_id", old.get(old.size() - 1))).getDeletedCount();
        });
  }
}
