package io.healthconnect.mongo.db;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import io.healthconnect.mongo.schema.UnusableServerException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Creates the client after checking that the stores can rely on the server. */
final class MongoConnection {
  /**
   * The deadline of each operation including its retry, and of a transaction including its
   * repetitions. Those of one request have less together: {@link RequestTime#REQUEST_MILLIS}.
   */
  static final long DEADLINE_MILLIS = 5_000;

  private static final int HEARTBEAT_MILLIS = 1_000;

  /** MongoDB 6.0. */
  private static final int OLDEST_WIRE_VERSION = 17;

  private MongoConnection() {}

  static MongoClient open(MongoAddress address, List<CommandListener> watchers) {
    String set = replicaSetOf(address);
    MongoClientSettings.Builder settings =
        settings(address)
            // Without the name the driver would talk to a single address and follow no elections.
            .applyToClusterSettings(cluster -> cluster.requiredReplicaSetName(set));
    watchers.forEach(settings::addCommandListener);
    MongoClient client = MongoClients.create(settings.build());
    try {
      client.getDatabase("admin").runCommand(new Document("ping", 1));
      return client;
    } catch (MongoException e) {
      client.close();
      throw new UnusableServerException(
          "the replica set "
              + set
              + " at "
              + address.hosts()
              + " has no primary that can be reached under the name that the set gives it");
    }
  }

  private static String replicaSetOf(MongoAddress address) {
    Document hello = hello(address);
    if ("isdbgrid".equals(hello.getString("msg"))) {
      throw new UnusableServerException("needs a replica set; this is a sharded cluster");
    }
    String set =
        Optional.ofNullable(hello.getString("setName"))
            .orElseThrow(
                () ->
                    new UnusableServerException(
                        "needs a replica set, and one member is enough: start mongod with --replSet"
                            + " and run rs.initiate() once; this is a standalone server"));
    if (hello.getInteger("maxWireVersion", 0) < OLDEST_WIRE_VERSION) {
      throw new UnusableServerException("needs MongoDB 6.0 or newer");
    }
    return set;
  }

  private static Document hello(MongoAddress address) {
    try (MongoClient probe = MongoClients.create(settings(address).build())) {
      return probe
          .getDatabase("admin")
          .runCommand(new Document("hello", 1), ReadPreference.nearest());
    } catch (MongoSecurityException e) {
      throw new UnusableServerException("the server refuses the name or the password");
    } catch (MongoException e) {
      throw new UnusableServerException(
          "no answer from " + address.hosts() + " within " + DEADLINE_MILLIS / 1000 + " s");
    }
  }

  private static MongoClientSettings.Builder settings(MongoAddress address) {
    return MongoClientSettings.builder()
        .applyConnectionString(address.uri())
        .applicationName(address.application())
        .readConcern(ReadConcern.MAJORITY)
        .writeConcern(WriteConcern.MAJORITY)
        .readPreference(ReadPreference.primary())
        .retryReads(true)
        .retryWrites(true)
        // A member that does not answer, or is no longer primary, must be noticed well before the
        // deadline.
        .applyToServerSettings(
            server -> server.heartbeatFrequency(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS))
        .applyToSocketSettings(
            socket -> socket.connectTimeout(2 * HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS))
        .timeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
