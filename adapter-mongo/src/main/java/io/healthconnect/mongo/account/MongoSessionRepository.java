package io.healthconnect.mongo.account;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.event.Events;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Sessions in MongoDB. The event that ends their sockets is written with their end. */
public final class MongoSessionRepository implements SessionRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> sessions;
  private final Events events;

  public MongoSessionRepository(MongoHandles handles) {
    this.handles = handles;
    this.sessions = handles.collection(CollectionName.SESSIONS);
    this.events = new Events(handles);
  }

  @Override
  public void add(Session session) {
    handles.run(() -> sessions.insertOne(AccountDocuments.document(session)));
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return handles.run(
        () ->
            Optional.ofNullable(sessions.find(Filters.eq("_id", id.value())).first())
                .map(AccountDocuments::session));
  }

  @Override
  public void revoke(SessionId id) {
    handles.transact(
        transaction -> {
          Optional<Session> ended =
              Optional.ofNullable(
                      sessions.findOneAndDelete(transaction, Filters.eq("_id", id.value())))
                  .map(AccountDocuments::session);
          ended.ifPresent(
              session ->
                  events.tell(
                      transaction,
                      new Change.SessionsEnded(
                          session.accountId(), Optional.of(id), Optional.empty())));
          return ended;
        });
  }

  @Override
  public void revokeAll(AccountId accountId, Optional<SessionId> keep) {
    handles.transact(
        transaction -> {
          events.tell(transaction, new Change.SessionsEnded(accountId, Optional.empty(), keep));
          Bson own = Filters.eq("accountId", accountId.value());
          return sessions.deleteMany(
              transaction,
              keep.map(kept -> Filters.and(own, Filters.ne("_id", kept.value()))).orElse(own));
        });
  }

  @Override
  public int purgeExpired(Instant now) {
    return handles.run(
        () -> (int) sessions.deleteMany(Filters.lt("expiresAt", now)).getDeletedCount());
  }
}
