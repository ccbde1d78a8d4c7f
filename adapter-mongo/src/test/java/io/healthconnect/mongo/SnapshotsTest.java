package io.healthconnect.mongo;

import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.export.Snapshots;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.export.SnapshotsContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Several reads as of one instant, while others write. */
@WithMongod
final class SnapshotsTest implements SnapshotsContract {
  private FollowedStore followed;
  private MongoHandles handles;
  private MongoStore store;

  @BeforeEach
  void open(TestDatabase database) {
    database.raw().drop();
    handles = MongoHandles.open(database.uri());
    store = new MongoStore(handles);
    followed = new FollowedStore(database.uri());
  }

  @AfterEach
  void close() {
    followed.close();
    handles.close();
  }

  @Override
  public Stores stores() {
    return followed.stores();
  }

  @Override
  public LiveCalls calls() {
    return store.calls();
  }

  @Override
  public Snapshots snapshots() {
    return store.snapshots();
  }
}
