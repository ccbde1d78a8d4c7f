package io.healthconnect.mongo.push;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.push.VapidKeyPair;
import io.healthconnect.domain.push.VapidKeys;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The key pair in MongoDB, shared by all nodes. */
public final class MongoVapidKeys implements VapidKeys {
  private static final Bson ONLY = Filters.eq("_id", "site");
  private static final FindOneAndUpdateOptions UPSERT =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

  private final MongoHandles handles;
  private final MongoCollection<Document> keys;

  public MongoVapidKeys(MongoHandles handles) {
    this.handles = handles;
    this.keys = handles.collection(CollectionName.VAPID_KEYS);
  }

  @Override
  public VapidKeyPair findOrStore(Supplier<VapidKeyPair> made) {
    return handles
        .run(() -> Optional.ofNullable(keys.find(ONLY).first()))
        .map(MongoVapidKeys::pair)
        .orElseGet(() -> store(made.get()));
  }

  /** In a transaction, so that of two nodes that store at once, one is repeated and finds it. */
  private VapidKeyPair store(VapidKeyPair pair) {
    Bson fresh =
        Updates.combine(
            Updates.setOnInsert("privateKey", pair.privateKey()),
            Updates.setOnInsert("publicKey", pair.publicKey()));
    return handles.transact(
        session -> {
          Document stored = keys.findOneAndUpdate(session, ONLY, fresh, UPSERT);
          return Optional.ofNullable(stored).map(MongoVapidKeys::pair).orElseThrow();
        });
  }

  private static VapidKeyPair pair(Document document) {
    return new VapidKeyPair(
        DocumentFields.text(document, "privateKey"), DocumentFields.text(document, "publicKey"));
  }
}
