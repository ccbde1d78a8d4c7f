package io.healthconnect.benchmarks.requests;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.healthconnect.benchmarks.server.MongoSettings;
import io.healthconnect.mongod.ReplicaSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bson.Document;

/** A replica set of one member, in which the copy is another database. */
final class MongoSubject implements Subject {
  private static final String DATABASE = "health-connect";
  private static final String COPY = "limit";

  private final ReplicaSet set = ReplicaSet.start(1);

  @Override
  public String name() {
    return "MongoDB";
  }

  @Override
  public boolean isMongo() {
    return true;
  }

  @Override
  public Map<String, String> settings() {
    return MongoSettings.of(set, DATABASE);
  }

  @Override
  public OptionalLong database() {
    return OptionalLong.of(set.members().get(0).pid());
  }

  /** With the same indexes and validators. */
  @Override
  public List<String> copy(Path data, Path work) {
    try (MongoClient client = MongoClients.create(set.uri())) {
      MongoDatabase from = client.getDatabase(DATABASE);
      MongoDatabase to = client.getDatabase(COPY);
      for (Document each : from.listCollections()) {
        if (!each.getString("name").startsWith("system.")) {
          copy(from, to, each);
        }
      }
    }
    return List.of("--mongodb", set.uri(), "--database", COPY);
  }

  private static void copy(MongoDatabase from, MongoDatabase to, Document collection) {
    String name = collection.getString("name");
    Document create = new Document("create", name);
    create.putAll(collection.get("options", Document.class));
    to.runCommand(create);
    List<Document> indexes = new ArrayList<>();
    for (Document index : from.getCollection(name).listIndexes()) {
      index.remove("v");
      if (!index.getString("name").equals("_id_")) {
        indexes.add(index);
      }
    }
    if (!indexes.isEmpty()) {
      to.runCommand(new Document("createIndexes", name).append("indexes", indexes));
    }
    List<Document> documents = from.getCollection(name).find().into(new ArrayList<>());
    if (!documents.isEmpty()) {
      to.getCollection(name).insertMany(documents);
    }
  }

  @Override
  public void close() {
    set.close();
  }
}
