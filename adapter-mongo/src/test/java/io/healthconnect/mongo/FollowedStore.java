package io.healthconnect.mongo;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.mongo.change.StoredChanges;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.testkit.EventualFeed;
import io.healthconnect.testkit.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;

/**
 * A store with the simplest possible follower of its change stream: on request it reads up to a
 * marker that it has written itself.
 */
final class FollowedStore implements EventualFeed, AutoCloseable {
  private final MongoHandles handles;
  private final MongoStore store;
  private final MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private int markers;

  FollowedStore(String uri) {
    handles = MongoHandles.open(uri);
    store = new MongoStore(handles);
    stream = handles.database().watch(StoredChanges.pipeline(Set.of())).cursor();
  }

  Stores stores() {
    return new Stores(
        store.accounts(),
        store.administration(),
        store.emails(),
        store.preferences(),
        store.calendarLinks(),
        store.sessions(),
        store.doctors(),
        store.evidence(),
        store.patients(),
        store.appointments(),
        store.holds(),
        store.lateness(),
        store.attendances(),
        store.messages(),
        store.media(),
        store.audit(),
        store.notices(),
        store.outbox(),
        store.accountMails(),
        store.pushSubscriptions(),
        store.pushOutbox(),
        store.vapidKeys(),
        this);
  }

  LiveCalls calls() {
    return store.calls();
  }

  ImageStore images() {
    return store.images();
  }

  @Override
  public void subscribe(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public long position() {
    throw new UnsupportedOperationException("only a running node numbers changes");
  }

  @Override
  public long settled() {
    throw new UnsupportedOperationException("only a running node numbers changes");
  }

  @Override
  public void catchUp() {
    AccountId marker = new AccountId("marker-" + ++markers);
    store.sessions().revokeAll(marker, Optional.empty());
    Change end = new Change.SessionsEnded(marker, Optional.empty(), Optional.empty());
    List<Change> heard = new ArrayList<>();
    while (!heard.contains(end)) {
      heard.addAll(StoredChanges.of(stream.next()));
    }
    heard.remove(end);
    heard.forEach(change -> listeners.forEach(listener -> listener.changed(change)));
  }

  /** Empties the collections but keeps their indexes, and tells nobody any more. */
  void clear() {
    listeners.clear();
    for (String name : handles.database().listCollectionNames()) {
      if (!name.equals("migrations") && !name.startsWith("system.")) {
        handles.database().getCollection(name).deleteMany(new Document());
      }
    }
  }

  @Override
  public void close() {
    stream.close();
    handles.close();
  }
}
