package io.healthconnect.mongod;

import java.util.Optional;

/** The server that all tests of one process share, if one is available. */
public final class Mongod {
  static final String NONE =
      "no MongoDB server: run .ci/install-mongod, put mongod on the PATH, or set MONGODB_TEST_URI";

  private Mongod() {}

  private static final class Shared {
    static final ReplicaSet SET = startOnce();

    private static ReplicaSet startOnce() {
      ReplicaSet set = ReplicaSet.start(1);
      Runtime.getRuntime().addShutdownHook(new Thread(set::close, "mongod-end"));
      return set;
    }
  }

  /** Whether {@link #uri()} and {@link ReplicaSet#start} can find a server. */
  public static boolean isAvailable() {
    return configured().isPresent() || MongodBinary.find().isPresent();
  }

  /**
   * The URI of a replica set, without a database: {@code MONGODB_TEST_URI}, or that of a set with
   * one member, which is started on the first call and ends with this process.
   */
  public static String uri() {
    return configured().orElseGet(() -> Shared.SET.uri());
  }

  private static Optional<String> configured() {
    return Optional.ofNullable(System.getenv("MONGODB_TEST_URI")).filter(uri -> !uri.isEmpty());
  }
}
