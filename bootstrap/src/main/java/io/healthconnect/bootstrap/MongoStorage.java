package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.mongo.MongoNode;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.signaling.product.ProductSockets;

/** Everything in a MongoDB replica set, for any number of servers. */
final class MongoStorage implements Storage {
  private final MongoHandles handles;
  private final MongoStore store;
  private final MongoNode node;

  MongoStorage(String uri, IdGenerator ids) {
    handles = MongoHandles.open(uri);
    store = new MongoStore(handles);
    node = new MongoNode(handles, ids);
    try {
      node.start();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public Ports.Stores stores() {
    return new Ports.Stores(
        store.accounts(),
        store.sessions(),
        store.doctors(),
        store.patients(),
        store.appointments(),
        store.messages(),
        store.media(),
        store.calls());
  }

  @Override
  public ImageStore images() {
    return store.images();
  }

  @Override
  public ProductSockets.News news() {
    return new ProductSockets.News(node.presence(), node.feed(), store.typing(), true);
  }

  @Override
  public boolean isReady() {
    return store.isHealthy();
  }

  @Override
  public String place() {
    return "MongoDB, database " + handles.database().getName() + " (shared by all nodes)";
  }

  @Override
  public long skippedChanges() {
    return node.feed().skipped();
  }

  @Override
  public long interruptions() {
    return node.feed().interruptions();
  }

  @Override
  public void close() {
    node.close();
    handles.close();
  }
}
