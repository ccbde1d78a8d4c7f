package io.healthconnect.benchmarks.server;

import io.healthconnect.mongod.ReplicaSet;
import java.util.Map;
import java.util.UUID;

/** The settings of servers over a replica set. */
public final class MongoSettings {
  private MongoSettings() {}

  /** Those of all nodes that share the database, which have one secret. */
  public static Map<String, String> of(ReplicaSet set, String database) {
    return Map.of(
        "MONGODB_URI",
        set.uri().replace("/?", "/" + database + "?"),
        "JWT_SECRET",
        UUID.randomUUID() + "" + UUID.randomUUID());
  }
}
