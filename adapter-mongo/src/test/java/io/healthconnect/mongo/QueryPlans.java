package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reports how the server ran the queries of some work: the plan of each and the documents examined.
 */
final class QueryPlans {
  private final MongoDatabase database;

  QueryPlans(MongoDatabase database) {
    this.database = database;
  }

  /**
   * One line for each query: collection, plan, documents examined, documents returned, and whether
   * it had to sort.
   */
  List<String> of(Runnable work) {
    return entries(work).stream().map(QueryPlans::line).toList();
  }

  /**
   * Like {@link #of}, with the keys of the index that were examined, and without what was returned.
   */
  List<String> keys(Runnable work) {
    return entries(work).stream().map(QueryPlans::keys).toList();
  }

  /**
   * Like {@link #of}, with the names of the indexes: collection, index, documents and keys
   * examined.
   */
  List<String> names(Runnable work) {
    return entries(work).stream().map(QueryPlans::named).toList();
  }

  private List<Document> entries(Runnable work) {
    database.runCommand(new Document("profile", 0));
    database.getCollection("system.profile").drop();
    database.runCommand(new Document("profile", 2));
    work.run();
    database.runCommand(new Document("profile", 0));
    return database
        .getCollection("system.profile")
        .find(
            Filters.and(
                Filters.exists("planSummary"),
                Filters.in("op", "query", "command", "update", "remove")))
        .sort(Sorts.ascending("$natural"))
        .into(new ArrayList<>());
  }

  private static String named(Document entry) {
    return examined(entry, String.join(", ", indexes(entry.get("execStats", Document.class))));
  }

  private static List<String> indexes(@Nullable Document stage) {
    List<String> names = new ArrayList<>();
    if (stage != null) {
      Optional.ofNullable(stage.getString("indexName")).ifPresent(names::add);
      names.addAll(indexes(stage.get("inputStage", Document.class)));
      stage
          .getList("inputStages", Document.class, List.of())
          .forEach(each -> names.addAll(indexes(each)));
    }
    return names;
  }

  private static String keys(Document entry) {
    return examined(entry, entry.getString("planSummary")) + " keys";
  }

  private static String examined(Document entry, String how) {
    return String.format(
        Locale.ROOT,
        "%s %s examined %s of %s",
        collection(entry),
        how,
        entry.get("docsExamined"),
        entry.get("keysExamined"));
  }

  private static String collection(Document entry) {
    String namespace = entry.getString("ns");
    return namespace.substring(namespace.indexOf('.') + 1);
  }

  void assertAre(Runnable work, String... expected) {
    assertEquals(List.of(expected), of(work));
  }

  private static String line(Document entry) {
    Number returned = entry.get("nreturned", Number.class);
    return String.format(
        Locale.ROOT,
        "%s %s examined %s%s%s",
        collection(entry),
        entry.getString("planSummary"),
        entry.get("docsExamined"),
        returned == null ? "" : " returned " + returned,
        Boolean.TRUE.equals(entry.getBoolean("hasSortStage")) ? " SORTED" : "");
  }
}
