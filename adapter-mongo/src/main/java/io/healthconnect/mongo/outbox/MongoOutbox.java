package io.healthconnect.mongo.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** An outbox in MongoDB. Taking an entry is one atomic change of its document. */
public final class MongoOutbox implements Outbox {
  private static final FindOneAndUpdateOptions OLDEST =
      new FindOneAndUpdateOptions()
          .sort(Sorts.ascending("dueAt", "_id"))
          .returnDocument(ReturnDocument.AFTER);

  private final MongoHandles handles;
  private final MongoCollection<Document> outbox;

  private MongoOutbox(MongoHandles handles, CollectionName outbox) {
    this.handles = handles;
    this.outbox = handles.collection(outbox);
  }

  public static MongoOutbox ofMails(MongoHandles handles) {
    return new MongoOutbox(handles, CollectionName.OUTBOX);
  }

  public static MongoOutbox ofPushes(MongoHandles handles) {
    return new MongoOutbox(handles, CollectionName.PUSH_OUTBOX);
  }

  @Override
  public Optional<OutboxEntry> take(Instant now, Instant until) {
    Bson taken = Updates.combine(Updates.set("dueAt", until), Updates.inc("tries", 1));
    return handles.run(
        () ->
            Optional.ofNullable(outbox.findOneAndUpdate(Filters.lte("dueAt", now), taken, OLDEST))
                .map(OutboxDocuments::entry));
  }

  @Override
  public boolean remove(OutboxEntry taken) {
    return handles.run(() -> outbox.deleteOne(held(taken)).getDeletedCount() == 1);
  }

  @Override
  public boolean postpone(OutboxEntry taken, Instant dueAt) {
    return change(taken, Updates.set("dueAt", dueAt));
  }

  @Override
  public boolean fail(OutboxEntry taken, Instant at) {
    return change(taken, Updates.combine(Updates.unset("dueAt"), Updates.set("failedAt", at)));
  }

  private boolean change(OutboxEntry taken, Bson change) {
    return handles.run(() -> outbox.updateOne(held(taken), change).getMatchedCount() == 1);
  }

  private static Bson held(OutboxEntry taken) {
    return Filters.and(
        Filters.eq("_id", taken.id()), Filters.eq("tries", taken.tries()), Filters.exists("dueAt"));
  }

  @Override
  public OutboxState state() {
    Bson waiting = Filters.gte("dueAt", Instant.EPOCH);
    return handles.run(
        () ->
            new OutboxState(
                count(waiting, "due"),
                Optional.ofNullable(
                        outbox
                            .find(Filters.exists("dueAt"))
                            .sort(Sorts.ascending("at"))
                            .hintString("age")
                            .projection(Projections.include("at"))
                            .first())
                    .map(oldest -> DocumentFields.instant(oldest, "at")),
                count(Filters.gte("failedAt", Instant.EPOCH), "failed")));
  }

  private int count(Bson wanted, String index) {
    return (int) outbox.countDocuments(wanted, new CountOptions().hintString(index));
  }

  @Override
  public int purge(Instant before) {
    return handles.run(() -> (int) outbox.deleteMany(Filters.lt("at", before)).getDeletedCount());
  }
}
