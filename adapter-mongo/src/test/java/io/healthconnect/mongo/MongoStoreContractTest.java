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

@WithMongod
final class MongoStoreContractTest implements StoreContract, ImageStoreContract {
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
