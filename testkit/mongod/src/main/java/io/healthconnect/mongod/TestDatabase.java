package io.healthconnect.mongod;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database for one test class, dropped after its last test. */
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

  /** The database of the running test class. */
  public static TestDatabase of(ExtensionContext context) {
    return MongodExtension.database(context);
  }

  /** The URI with the name of the database, as in the settings of a server. */
  public String uri() {
    return uri.replaceFirst("^(mongodb(?:\\+srv)?://[^/?]+)/?", "$1/" + name);
  }

  /** The database itself, to inspect what was stored. */
  public MongoDatabase raw() {
    return client.getDatabase(name);
  }

  /**
   * Makes commands of the shared server fail.
   *
   * @param mode how often, as of the fail point: a document, or "alwaysOn" or "off"
   * @param how the kind of failure, such as an error code
   */
  public void failCommands(Object mode, Document how, String... commands) {
    client
        .getDatabase("admin")
        .runCommand(
            new Document("configureFailPoint", "failCommand")
                .append("mode", mode)
                .append("data", new Document(how).append("failCommands", List.of(commands))));
  }

  @Override
  public void close() {
    raw().drop();
    client.close();
  }
}
