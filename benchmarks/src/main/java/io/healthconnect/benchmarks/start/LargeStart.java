package io.healthconnect.benchmarks.start;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.MongoSettings;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.benchmarks.server.WorkFolder;
import io.healthconnect.mongod.ReplicaSet;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/**
 * Starts a new release, with an index that the release before did not have, on a store of one
 * member that is full of messages and appointments: how long until the server is ready, until the
 * index exists, and how long requests take meanwhile.
 *
 * <p>Arguments: {@code --messages 10000000 --appointments 1000000}.
 */
public final class LargeStart {
  private static final String DATABASE = "health-connect";

  /** Of appointments; nothing waits for it. */
  private static final String INDEX = "reviews";

  /** The step that makes it. */
  private static final int STEP = 1;

  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final MongoDatabase database;
  private final HealthConnectServer server;

  private LargeStart(MongoDatabase database, HealthConnectServer server) {
    this.database = database;
    this.server = server;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    try (WorkFolder work = WorkFolder.create("health-connect-start");
        ReplicaSet set = ReplicaSet.start(1);
        MongoClient client = MongoClients.create(set.uri())) {
      HealthConnectServer server =
          HealthConnectServer.in(work.path(), HealthConnectServer.defaultJar())
              .with(MongoSettings.of(set, DATABASE));
      System.out.println(Machine.describe());
      new LargeStart(client.getDatabase(DATABASE), server)
          .run(given.number("messages", 10_000_000), given.number("appointments", 1_000_000));
    }
    System.exit(0);
  }

  private void run(long messages, long appointments) throws IOException, InterruptedException {
    long from = System.nanoTime();
    Rows.messages(database, messages);
    Rows.appointments(database, appointments);
    System.out.printf(
        "%d messages and %d appointments, filled in %.0f s%n",
        database.getCollection("messages").estimatedDocumentCount(),
        database.getCollection("appointments").estimatedDocumentCount(),
        seconds(from));
    from = System.nanoTime();
    try (ServerProcess before = server.start()) {
      before.awaitReady(PATIENCE);
      awaitIndex();
    }
    System.out.printf("the release before: all indexes after %.0f s%n", seconds(from));
    Duration plain;
    try (ServerProcess again = server.start()) {
      plain = again.awaitReady(PATIENCE);
    }
    System.out.printf("start with nothing to do: ready after %.1f s%n", plain.toMillis() / 1e3);
    database.getCollection("appointments").dropIndex(INDEX);
    database.getCollection("migrations").deleteOne(Filters.eq("_id", STEP));
    from = System.nanoTime();
    try (ServerProcess next = server.start()) {
      Duration ready = next.awaitReady(PATIENCE);
      System.out.printf("start with a new index: ready after %.1f s%n", ready.toMillis() / 1e3);
      Delays requests = new Delays();
      int served = serve(new Api(next.base()), requests);
      System.out.printf("the index exists after %.1f s%n", seconds(from));
      System.out.printf("%d messages sent meanwhile: %s%n", served, requests);
    }
  }

  /** Sends messages until the index exists. */
  private int serve(Api api, Delays requests) throws IOException, InterruptedException {
    Pair pair = Pair.create(api, "start");
    int sent = 0;
    do {
      long from = System.nanoTime();
      pair.sendFromPatient(api, "text", "start-" + ++sent).expect(201);
      requests.add(System.nanoTime() - from);
    } while (isBuilding());
    return sent;
  }

  private void awaitIndex() {
    while (isBuilding()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private boolean isBuilding() {
    return database
        .getCollection("migrations")
        .find(Filters.exists("building"))
        .projection(new Document("_id", 1))
        .iterator()
        .hasNext();
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
