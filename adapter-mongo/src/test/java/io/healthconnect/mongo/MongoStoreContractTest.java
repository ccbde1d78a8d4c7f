package io.healthconnect.mongo;

import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.media.ImageStoreContract;
import io.healthconnect.testkit.store.StoreContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithMongod
final class MongoStoreContractTest implements StoreContract, ImageStoreContract {
  @RegisterExtension
  static final ScanWatch SCANS =
      ScanWatch.expecting(
          // The patients of one doctor, by name.
          "appointments DISTINCT_SCAN { doctorId: 1, opensContact: 1, patientId: 1 } SORTED",
          // What begins with the words, in the order that was asked for.
          "doctors IXSCAN { words: 1 } SORTED",
          // Before its first file the driver looks whether there is any.
          "images.files COLLSCAN");

  private FollowedStore store;

  @BeforeEach
  void open(TestDatabase database) {
    store = new FollowedStore(database.uri());
    store.clear();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  public Stores stores() {
    return store.stores();
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
