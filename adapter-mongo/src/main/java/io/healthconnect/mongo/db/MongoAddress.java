package io.healthconnect.mongo.db;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.ReadConcernLevel;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import io.healthconnect.mongo.schema.UnusableServerException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address of a replica set. Options that would weaken the guarantees of the stores are refused.
 */
record MongoAddress(ConnectionString uri) {
  private static final String DATABASE = "health-connect";
  private static final String APPLICATION = "health-connect";

  /**
   * @throws UnusableServerException if the text is not an address, or asks for weaker concerns
   */
  static MongoAddress parse(String text) {
    ConnectionString uri = parsed(text);
    refuse(isWeak(uri.getWriteConcern()), "w and journal must not weaken w=majority");
    refuse(isWeak(uri.getReadConcern()), "readConcernLevel must be majority");
    refuse(isWeak(uri.getReadPreference()), "readPreference must be primary");
    refuse(Boolean.FALSE.equals(uri.getRetryWritesValue()), "retryWrites must not be false");
    refuse(Boolean.FALSE.equals(uri.getRetryReads()), "retryReads must not be false");
    refuse(
        Boolean.TRUE.equals(uri.isDirectConnection()),
        "directConnection must not be true: a node must follow the replica set");
    return new MongoAddress(uri);
  }

  /** The name that the logs of MongoDB show, unless the address gives one. */
  String application() {
    return Optional.ofNullable(uri.getApplicationName()).orElse(APPLICATION);
  }

  String database() {
    return Optional.ofNullable(uri.getDatabase()).orElse(DATABASE);
  }

  /** The hosts, without user name and password. */
  String hosts() {
    return String.join(",", uri.getHosts());
  }

  private static ConnectionString parsed(String text) {
    try {
      return new ConnectionString(text);
    } catch (IllegalArgumentException e) {
      // Its message may repeat part of the address, and so part of a password.
      throw new UnusableServerException(
          "is not an address like mongodb://host:27017/health-connect?replicaSet=rs0");
    }
  }

  private static boolean isWeak(@Nullable WriteConcern concern) {
    return concern != null
        && (!"majority".equals(concern.getWObject()) || Boolean.FALSE.equals(concern.getJournal()));
  }

  private static boolean isWeak(@Nullable ReadConcern concern) {
    return concern != null && concern.getLevel() != ReadConcernLevel.MAJORITY;
  }

  private static boolean isWeak(@Nullable ReadPreference preference) {
    return preference != null && !preference.equals(ReadPreference.primary());
  }

  private static void refuse(boolean weak, String problem) {
    if (weak) {
      throw new UnusableServerException(problem);
    }
  }
}
