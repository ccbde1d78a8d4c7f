package io.healthconnect.mongo.schema;

import com.mongodb.client.MongoDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that a newer release has changed the schema while this node runs. It goes on: what the
 * next release changes, this one can live with. Says so once for each version, since this node
 * cannot be started again. Not thread-safe.
 */
public final class NewerSchema {
  private static final Logger LOG = LoggerFactory.getLogger(NewerSchema.class);

  private final MongoDatabase database;
  private long known = Migrations.count();

  public NewerSchema(MongoDatabase database) {
    this.database = database;
  }

  /**
   * Looks at the version.
   *
   * @return whether it is newer than at the last look
   */
  public boolean look() {
    long version = Migrations.version(database);
    if (version <= known) {
      return false;
    }
    known = version;
    LOG.warn(
        "A newer release has changed the schema to version {}, this one knows versions up to {}:"
            + " this node goes on, but only the newer release can be started from now on",
        version,
        Migrations.count());
    return true;
  }
}
