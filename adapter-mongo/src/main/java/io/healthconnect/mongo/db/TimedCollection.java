package io.healthconnect.mongo.db;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A collection whose operations end when the time of their request does. */
interface TimedCollection extends MongoCollection<Document> {
  static MongoCollection<Document> of(MongoCollection<Document> collection, RequestTime time) {
    return TimedCollection.class.cast(
        Proxy.newProxyInstance(
            TimedCollection.class.getClassLoader(),
            new Class<?>[] {TimedCollection.class},
            (proxy, method, arguments) ->
                invoke(
                    time.applies() && !isInTransaction(arguments)
                        ? collection.withTimeout(time.millisLeft(), TimeUnit.MILLISECONDS)
                        : collection,
                    method,
                    arguments)));
  }

  /** The transaction has a time limit of its own, which its operations must not change. */
  private static boolean isInTransaction(Object @Nullable [] arguments) {
    return arguments != null
        && arguments.length > 0
        && arguments[0] instanceof ClientSession session
        && session.hasActiveTransaction();
  }

  private static @Nullable Object invoke(
      MongoCollection<Document> collection, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(collection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
