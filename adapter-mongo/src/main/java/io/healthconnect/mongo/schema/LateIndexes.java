package io.healthconnect.mongo.schema;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of one step that a node need not wait for before it serves: of large collections, not
 * unique, and named by no query. Queries work without them, only slower.
 */
final class LateIndexes {
  /** An index of so few documents is built at once. */
  static final long LARGE = 10_000;

  /** Those that a query names, which fails without its index. */
  static final Set<String> HINTED =
      Set.of(
          "account",
          "age",
          "doctor",
          "doctorContact",
          "doctorOccupied",
          "doctorStatus",
          "due",
          "failed",
          "heads",
          "log",
          "nextFreeDue",
          "pair",
          "patient",
          "patientContact",
          "patientOccupied",
          "patientStatus",
          "pending",
          "retained",
          "shownByExperience",
          "shownByName",
          "shownByRating",
          "shownBySoonest",
          "speakersByExperience",
          "speakersByName",
          "speakersByRating",
          "speakersBySoonest",
          "specialistsByExperience",
          "specialistsByName",
          "specialistsByRating",
          "specialistsBySoonest",
          "unread",
          "words");

  /** An index to be built. */
  record Build(MongoCollection<Document> collection, Bson keys, IndexOptions options) {
    void run() {
      collection.createIndex(keys, options);
    }

    String name() {
      return options.getName() + " of " + collection.getNamespace().getCollectionName();
    }
  }

  private final MongoDatabase real;
  private final List<Build> builds = new ArrayList<>();

  LateIndexes(MongoDatabase real) {
    this.real = real;
  }

  /** What was left to be built, in the order in which the step has asked for it. */
  List<Build> builds() {
    return List.copyOf(builds);
  }

  /** The database for the step: it leaves those indexes out. */
  MongoDatabase database() {
    return proxy(
        MongoDatabase.class,
        (method, arguments) -> {
          Object result = invoke(real, method, arguments);
          return result instanceof MongoCollection<?> && arguments.length == 1
              ? collection(real.getCollection((String) arguments[0]))
              : result;
        });
  }

  /** A collection of documents. */
  private interface Documents extends MongoCollection<Document> {}

  private MongoCollection<Document> collection(MongoCollection<Document> collection) {
    return proxy(
        Documents.class,
        (method, arguments) -> {
          if (method.getName().equals("createIndex")
              && arguments.length == 2
              && arguments[0] instanceof Bson keys
              && arguments[1] instanceof IndexOptions options
              && isLate(collection, options)) {
            builds.add(new Build(collection, keys, options));
            return options.getName();
          }
          return invoke(collection, method, arguments);
        });
  }

  private static boolean isLate(MongoCollection<Document> collection, IndexOptions options) {
    String name = options.getName();
    return !options.isUnique()
        && name != null
        && !HINTED.contains(name)
        && collection.estimatedDocumentCount() > LARGE;
  }

  private interface Call {
    @Nullable Object on(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                call.on(method, arguments == null ? new Object[0] : arguments)));
  }

  private static @Nullable Object invoke(Object target, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
