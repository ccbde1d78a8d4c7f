package io.healthconnect.mongo.push;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Removes the subscriptions of sessions that end, as part of the step that ends them. */
public final class PushSubscriptionWrites {
  private final MongoCollection<Document> subscriptions;

  public PushSubscriptionWrites(MongoHandles handles) {
    this.subscriptions = handles.collection(CollectionName.PUSH_SUBSCRIPTIONS);
  }

  public void removeOf(ClientSession transaction, SessionId session) {
    subscriptions.deleteMany(transaction, Filters.eq("sessionId", session.value()));
  }

  public void removeAll(ClientSession transaction, AccountId account, Optional<SessionId> keep) {
    Bson own = Filters.eq("accountId", account.value());
    subscriptions.deleteMany(
        transaction,
        keep.map(kept -> Filters.and(own, Filters.ne("sessionId", kept.value()))).orElse(own));
  }

  /** Removes those of sessions that expired before {@code now}. */
  public void purge(Instant now) {
    subscriptions.deleteMany(Filters.lt("expiresAt", now));
  }
}
