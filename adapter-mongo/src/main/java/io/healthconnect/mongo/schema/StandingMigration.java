package io.healthconnect.mongo.schema;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.doctor.SearchWords;
import java.util.List;
import org.bson.Document;

/**
 * Step 8: the indexes by which the directory walks past no hidden doctor, those by which admins
 * find accounts, and the words of accounts from before. Doctors from before are not hidden.
 */
final class StandingMigration {
  private static final int NO_SUCH_INDEX = 27;

  private StandingMigration() {}

  static void run(MongoDatabase database) {
    Indexes.standing(database);
    MongoCollection<Document> doctors = database.getCollection(CollectionName.DOCTORS.text());
    for (String former : List.of("name", "rating", "experience", "specialization")) {
      drop(doctors, former);
    }
    MongoCollection<Document> accounts = database.getCollection(CollectionName.ACCOUNTS.text());
    for (Document account : accounts.find(Filters.exists("words", false))) {
      String name = account.getString("name");
      // A name that another node changes meanwhile brings its own words.
      accounts.updateOne(
          Filters.and(Filters.eq("_id", account.get("_id")), Filters.eq("name", name)),
          Updates.set("words", List.copyOf(SearchWords.stored(name, account.getString("email")))));
    }
  }

  /** Another node may have dropped it. */
  private static void drop(MongoCollection<Document> from, String index) {
    try {
      from.dropIndex(index);
    } catch (MongoCommandException e) {
      if (e.getCode() != NO_SUCH_INDEX) {
        throw e;
      }
    }
  }
}
