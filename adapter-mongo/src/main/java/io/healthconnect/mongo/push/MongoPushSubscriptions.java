package io.healthconnect.mongo.push;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.domain.push.PushSubscriptionId;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Subscriptions in MongoDB. */
public final class MongoPushSubscriptions implements PushSubscriptionRepository {
  private static final Bson OLDEST_FIRST = Sorts.ascending("createdAt", "_id");
  private static final FindOneAndUpdateOptions EXPIRY =
      new FindOneAndUpdateOptions().projection(Projections.include("expiresAt"));

  private final MongoHandles handles;
  private final MongoCollection<Document> subscriptions;
  private final MongoCollection<Document> sessions;
  private final Reads reads;

  public MongoPushSubscriptions(MongoHandles handles) {
    this.handles = handles;
    this.subscriptions = handles.collection(CollectionName.PUSH_SUBSCRIPTIONS);
    this.sessions = handles.collection(CollectionName.SESSIONS);
    this.reads = handles.reads(CollectionName.PUSH_SUBSCRIPTIONS);
  }

  /** A change of the session's document conflicts with the end of the session. */
  @Override
  public boolean save(PushSubscription subscription) {
    Bson live =
        Filters.and(
            Filters.eq("_id", subscription.session().value()),
            Filters.eq("accountId", subscription.account().value()));
    return handles.transact(
        transaction -> {
          Document session =
              sessions.findOneAndUpdate(transaction, live, Updates.inc("subscribed", 1L), EXPIRY);
          if (session != null) {
            replace(
                transaction,
                subscription,
                PushSubscriptionDocuments.document(
                    subscription, DocumentFields.instant(session, "expiresAt")));
          }
          return session != null;
        });
  }

  private void replace(
      ClientSession transaction, PushSubscription subscription, Document document) {
    subscriptions.deleteOne(transaction, Filters.eq("_id", subscription.id().value()));
    subscriptions.deleteMany(transaction, Filters.eq("sessionId", subscription.session().value()));
    List<String> others =
        subscriptions
            .find(transaction, Filters.eq("accountId", subscription.account().value()))
            .sort(OLDEST_FIRST)
            .projection(Projections.include("_id"))
            .map(each -> DocumentFields.text(each, "_id"))
            .into(new ArrayList<>());
    int surplus = Math.max(0, others.size() - PushSubscription.MOST + 1);
    subscriptions.deleteMany(transaction, Filters.in("_id", others.subList(0, surplus)));
    subscriptions.insertOne(transaction, document);
  }

  @Override
  public Optional<PushSubscription> find(PushSubscriptionId id) {
    return handles.run(
        () ->
            Optional.ofNullable(reads.find(Filters.eq("_id", id.value())).first())
                .map(PushSubscriptionDocuments::subscription));
  }

  @Override
  public List<PushSubscription> list(AccountId account) {
    return handles.run(
        () ->
            reads
                .find(Filters.eq("accountId", account.value()))
                .sort(OLDEST_FIRST)
                .map(PushSubscriptionDocuments::subscription)
                .into(new ArrayList<>()));
  }

  @Override
  public boolean remove(PushSubscriptionId id) {
    return handles.run(
        () -> subscriptions.deleteOne(Filters.eq("_id", id.value())).getDeletedCount() == 1);
  }
}
