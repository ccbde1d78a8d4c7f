package io.healthconnect.mongo.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.domain.outbox.QueuedAccountMail;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The wishes for mails about access to accounts in MongoDB. */
public final class MongoAccountMailQueue implements AccountMailQueue {
  private static final FindOneAndUpdateOptions OLDEST =
      new FindOneAndUpdateOptions()
          .sort(Sorts.ascending("dueAt", "_id"))
          .returnDocument(ReturnDocument.AFTER);

  private final MongoHandles handles;
  private final MongoCollection<Document> mails;
  private final AccountMailWrites writes;

  public MongoAccountMailQueue(MongoHandles handles) {
    this.handles = handles;
    this.mails = handles.collection(CollectionName.ACCOUNT_MAILS);
    this.writes = new AccountMailWrites(handles);
  }

  @Override
  public boolean isServed() {
    return writes.isKept();
  }

  @Override
  public void ask(AccountMail mail) {
    handles.run(
        () -> {
          writes.ask(mail);
          return true;
        });
  }

  @Override
  public Optional<QueuedAccountMail> take(Instant now, Instant until) {
    Bson taken = Updates.combine(Updates.set("dueAt", until), Updates.inc("tries", 1));
    return handles.run(
        () ->
            Optional.ofNullable(mails.findOneAndUpdate(Filters.lte("dueAt", now), taken, OLDEST))
                .map(AccountMailDocuments::queued));
  }

  @Override
  public boolean end(QueuedAccountMail taken) {
    return change(taken, Updates.unset("dueAt"));
  }

  @Override
  public boolean postpone(QueuedAccountMail taken, Instant dueAt) {
    return change(taken, Updates.set("dueAt", dueAt));
  }

  private boolean change(QueuedAccountMail taken, Bson change) {
    Bson held =
        Filters.and(
            Filters.eq("_id", taken.mail().id()),
            Filters.eq("tries", taken.tries()),
            Filters.eq("askedAt", taken.mail().askedAt()),
            Filters.exists("dueAt"));
    return handles.run(() -> mails.updateOne(held, change).getMatchedCount() == 1);
  }

  @Override
  public OutboxState state() {
    List<Bson> waiting =
        List.of(
            Aggregates.match(Filters.gte("dueAt", Instant.EPOCH)),
            Aggregates.group(
                null, Accumulators.sum("waiting", 1), Accumulators.min("oldest", "$askedAt")));
    return handles.run(
        () ->
            Optional.ofNullable(mails.aggregate(waiting).hintString("due").first())
                .map(
                    found ->
                        new OutboxState(
                            found.getInteger("waiting"),
                            Optional.of(DocumentFields.instant(found, "oldest")),
                            0))
                .orElseGet(() -> new OutboxState(0, Optional.empty(), 0)));
  }

  @Override
  public int purge(Instant now) {
    return handles.run(
        () -> (int) mails.deleteMany(Filters.lt("expiresAt", now)).getDeletedCount());
  }
}
