package io.healthconnect.mongod;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database that only one test class uses; it is dropped after the last test. */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String uri;
  private final MongoClient client;
  private final String name;

  private TestDatabase(String uri, String name) {
    this.uri = uri;
    this.client = MongoClients.create(uri);
    this.name = name;
  }

  /** A new database on the shared server. */
  public static TestDatabase create() {
    long process = ProcessHandle.current().pid();
    return new TestDatabase(Mongod.uri(), "test-" + process + "-" + COUNT.incrementAndGet());
  }

  /** That of the test class which runs. */
  public static TestDatabase of(ExtensionContext context) {
    return MongodExtension.database(context);
  }

  /** The address with the name of the database, as a server is given it. */
  public String uri() {
    return uri.replaceFirst("^(mongodb(?:\\+srv)?://[^/?]+)/?", "$1/" + name);
  }

  /** The database itself, for looking at what was stored. */
  public MongoDatabase raw() {
    return client.getDatabase(name);
  }

  @Override
  public void close() {
    raw().drop();
    client.close();
  }
}
