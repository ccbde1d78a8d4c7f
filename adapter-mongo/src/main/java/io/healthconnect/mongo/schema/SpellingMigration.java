package io.healthconnect.mongo.schema;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.doctor.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Rewrites everything that depends on how texts are folded: the words and sort keys of the
 * directory, the counts of specializations, and the canonical spelling of e-mail addresses. If two
 * accounts have the same mailbox, the one that already has the canonical spelling keeps it.
 */
final class SpellingMigration {
  private SpellingMigration() {}

  static void run(MongoDatabase database) {
    respellEmails(database);
    Map<String, Document> practised = refoldDoctors(database);
    var specializations = database.getCollection(CollectionName.SPECIALIZATIONS.text());
    practised.forEach(
        (folded, counted) ->
            specializations.replaceOne(
                Filters.eq("_id", folded), counted, new ReplaceOptions().upsert(true)));
    for (Document stored : specializations.find().into(new ArrayList<>())) {
      if (!practised.containsKey(stored.getString("_id"))) {
        specializations.deleteOne(Filters.eq("_id", stored.getString("_id")));
      }
    }
  }

  private static void respellEmails(MongoDatabase database) {
    var accounts = database.getCollection(CollectionName.ACCOUNTS.text());
    for (Document account : accounts.find()) {
      String stored = account.getString("email");
      String spelled = spelled(stored);
      boolean free = accounts.find(Filters.eq("email", spelled)).first() == null;
      if (!spelled.equals(stored) && free) {
        accounts.updateOne(
            Filters.and(Filters.eq("_id", account.get("_id")), Filters.eq("email", stored)),
            Updates.set("email", spelled));
      }
    }
  }

  private static String spelled(String stored) {
    try {
      return Email.parse(stored).value();
    } catch (InvalidValueException e) {
      return stored;
    }
  }

  /** Folds the texts of all doctors again and returns the counts of specializations. */
  private static Map<String, Document> refoldDoctors(MongoDatabase database) {
    var doctors = database.getCollection(CollectionName.DOCTORS.text());
    Map<String, Document> practised = new TreeMap<>();
    for (Document doctor : doctors.find().sort(Sorts.ascending("_id"))) {
      String name = doctor.getString("name");
      String specialization = doctor.getString("specialization");
      String folded = SearchWords.fold(specialization);
      doctors.updateOne(
          Filters.eq("_id", doctor.get("_id")),
          Updates.combine(
              Updates.set("nameFolded", SearchWords.sortKey(name)),
              Updates.set("specializationFolded", folded),
              Updates.set(
                  "words",
                  List.copyOf(
                      SearchWords.stored(
                          name, specialization, doctor.getString("qualification"))))));
      Document counted =
          practised.computeIfAbsent(
              folded,
              id ->
                  new Document("_id", id).append("written", specialization).append("doctors", 0L));
      counted.merge("doctors", 1L, (one, other) -> (Long) one + (Long) other);
    }
    return practised;
  }
}
