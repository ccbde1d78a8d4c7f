package io.healthconnect.mongo;

import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.call.CallNoticeContract;
import io.healthconnect.testkit.media.ImageStoreContract;
import io.healthconnect.testkit.store.StoreContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** M-13: the same contracts that the SQLite store passes. */
@WithMongod
final class MongoStoreContractTest
    implements StoreContract, CallNoticeContract, ImageStoreContract {
  @RegisterExtension
  static final ScanWatch SCANS =
      ScanWatch.expecting(
          // Matches of the words, in the requested order.
          "doctors IXSCAN { hidden: 1, experience: -1, _id: -1 } SORTED",
          "doctors IXSCAN { words: 1 } SORTED",
          // Before its first file the driver checks whether there are any.
          "images.files COLLSCAN");

  /** Opening one takes longer than most of the tests. */
  private static FollowedStore store;

  @BeforeAll
  static void open(TestDatabase database) {
    store = new FollowedStore(database.uri());
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void clear() {
    store.clear();
  }

  @Override
  public Stores stores() {
    return store.stores();
  }

  @Override
  public LiveCalls calls() {
    return store.calls();
  }

  @Override
  public ImageStore images() {
    return store.images();
  }

  @Override
  public Optional<byte[]> follow(Delivery.Redirect redirect) {
    throw new AssertionError("it sends bytes");
  }
}
