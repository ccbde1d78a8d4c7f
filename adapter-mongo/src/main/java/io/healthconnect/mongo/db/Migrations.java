package io.healthconnect.mongo.db;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.function.Consumer;

/**
 * The steps that bring a database up to date, in order. They only go forward, and what was released
 * is never changed. Nodes that start at once may all run the same step, so each step must be one
 * that can be run twice, also at the same time: making an index or setting a validator is.
 */
final class Migrations {
  private static final List<Consumer<MongoDatabase>> STEPS =
      List.of(FirstCollections::make, Validators::set, Validators::setOthers);

  private Migrations() {}

  static int count() {
    return STEPS.size();
  }

  /** How many steps the database has behind it now. */
  static int run(MongoDatabase database) {
    var done = database.getCollection(CollectionName.MIGRATIONS.text());
    for (int number = 1; number <= STEPS.size(); number++) {
      var wanted = Filters.eq("_id", number);
      if (done.find(wanted).first() == null) {
        STEPS.get(number - 1).accept(database);
        done.updateOne(wanted, Updates.currentDate("at"), new UpdateOptions().upsert(true));
      }
    }
    return STEPS.size();
  }
}
