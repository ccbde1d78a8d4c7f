package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.event.Events;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongo.push.PushSubscriptionWrites;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Sessions in MongoDB. The event that closes their sockets is written together with their end. */
public final class MongoSessionRepository implements SessionRepository {
  /**
   * Makes the transaction conflict with a change of the password, and with the decision that
   * disables the account.
   */
  private static final Bson OPENED = Updates.inc("sessionsOpened", 1L);

  private final MongoHandles handles;
  private final MongoCollection<Document> sessions;
  private final MongoCollection<Document> accounts;
  private final PushSubscriptionWrites subscriptions;
  private final Events events;
  private final NoticeWrites notices;

  public MongoSessionRepository(MongoHandles handles) {
    this.handles = handles;
    this.sessions = handles.collection(CollectionName.SESSIONS);
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.subscriptions = new PushSubscriptionWrites(handles);
    this.events = new Events(handles);
    this.notices = new NoticeWrites(handles);
  }

  @Override
  public boolean open(Session session, Credentials checked) {
    return open(session, checked, Optional.empty(), List.of());
  }

  @Override
  public boolean open(Session session, Credentials checked, SecondFactorProof proof) {
    return open(session, checked, Optional.of(proof), List.of());
  }

  @Override
  public boolean openOnNewDevice(
      Session session, Credentials checked, Optional<SecondFactorProof> proof) {
    return open(session, checked, proof, AccountNotices.ofLogIn(session));
  }

  private boolean open(
      Session session,
      Credentials checked,
      Optional<SecondFactorProof> proof,
      List<NoticeDraft> news) {
    Bson admitted =
        proof
            .map(each -> CredentialChecks.admitted(checked, each))
            .orElseGet(() -> CredentialChecks.admitted(checked));
    Bson update =
        proof.map(each -> Updates.combine(OPENED, SecondFactors.use(each))).orElse(OPENED);
    return handles.transact(
        transaction -> {
          boolean current =
              accounts.updateOne(transaction, admitted, update).getMatchedCount() == 1;
          if (current) {
            Session.surplus(of(transaction, session.accountId()))
                .forEach(oldest -> end(transaction, oldest.id()));
            sessions.insertOne(transaction, AccountDocuments.document(session));
            notices.add(transaction, news);
          }
          return current;
        });
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
    handles.transact(transaction -> end(transaction, id));
  }

  private Optional<Session> end(ClientSession transaction, SessionId id) {
    Optional<Session> ended =
        Optional.ofNullable(sessions.findOneAndDelete(transaction, Filters.eq("_id", id.value())))
            .map(AccountDocuments::session);
    ended.ifPresent(
        session -> {
          subscriptions.removeOf(transaction, id);
          events.publish(
              transaction,
              new Change.SessionsEnded(session.accountId(), Optional.of(id), Optional.empty()));
        });
    return ended;
  }

  private List<Session> of(ClientSession transaction, AccountId accountId) {
    List<Session> found = new ArrayList<>();
    for (Document each : sessions.find(transaction, Filters.eq("accountId", accountId.value()))) {
      found.add(AccountDocuments.session(each));
    }
    return found;
  }

  @Override
  public List<Session> list(AccountId accountId) {
    return Session.newestFirst(handles.inSession(session -> of(session, accountId)));
  }

  @Override
  public void recordSeen(Map<SessionId, Instant> seen) {
    List<UpdateOneModel<Document>> updates = new ArrayList<>();
    seen.forEach(
        (id, at) ->
            updates.add(
                new UpdateOneModel<>(
                    Filters.eq("_id", id.value()), Updates.max("lastSeenAt", at))));
    if (!updates.isEmpty()) {
      handles.run(() -> sessions.bulkWrite(updates, new BulkWriteOptions().ordered(false)));
    }
  }

  @Override
  public void revokeAll(AccountId accountId, Optional<SessionId> keep) {
    handles.transact(
        transaction -> {
          revokeAll(transaction, accountId, keep);
          return accountId;
        });
  }

  void revokeAll(ClientSession transaction, AccountId accountId, Optional<SessionId> keep) {
    events.publish(transaction, new Change.SessionsEnded(accountId, Optional.empty(), keep));
    subscriptions.removeAll(transaction, accountId, keep);
    Bson own = Filters.eq("accountId", accountId.value());
    sessions.deleteMany(
        transaction,
        keep.map(kept -> Filters.and(own, Filters.ne("_id", kept.value()))).orElse(own));
  }

  @Override
  public int purgeExpired(Instant now) {
    return handles.run(
        () -> {
          subscriptions.purge(now);
          return (int) sessions.deleteMany(Filters.lt("expiresAt", now)).getDeletedCount();
        });
  }
}
