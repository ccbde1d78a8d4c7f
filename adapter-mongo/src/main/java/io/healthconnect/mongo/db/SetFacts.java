package io.healthconnect.mongo.db;

import com.mongodb.client.MongoDatabase;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongo.schema.Migrations;
import java.util.Optional;
import org.bson.BsonTimestamp;
import org.bson.Document;

/**
 * What an operator has to know of the replica set and the database.
 *
 * @param version the version of MongoDB
 * @param schema the number of the newest migration
 * @param bytes the size of documents and indexes on the disk of the primary
 * @param freeBytes how much more fits there; empty if the server does not say
 * @param nodes how many servers share the database
 * @param newestSecond when the newest change was made, in seconds since 1970
 */
public record SetFacts(
    String version,
    long schema,
    long bytes,
    Optional<Long> freeBytes,
    long nodes,
    long newestSecond) {

  static SetFacts read(MongoHandles handles) {
    MongoDatabase database = handles.database();
    Document stats = database.runCommand(new Document("dbStats", 1));
    Document build = database.runCommand(new Document("buildInfo", 1));
    Document hello = database.runCommand(new Document("hello", 1));
    return new SetFacts(
        build.getString("version"),
        Migrations.version(database),
        number(stats, "totalSize"),
        stats.containsKey("fsTotalSize")
            ? Optional.of(number(stats, "fsTotalSize") - number(stats, "fsUsedSize"))
            : Optional.empty(),
        handles.collection(CollectionName.NODES).countDocuments(),
        newestSecond(hello));
  }

  private static long newestSecond(Document hello) {
    Document operation = hello.get("lastWrite", Document.class).get("opTime", Document.class);
    return Integer.toUnsignedLong(operation.get("ts", BsonTimestamp.class).getTime());
  }

  private static long number(Document document, String name) {
    return document.get(name, Number.class).longValue();
  }
}
