package io.healthconnect.mongo.db;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Lets reads that name no session take part in the snapshot of their thread, if it has one. A
 * snapshot is a session of the driver in which every read is as of the time of the first.
 */
final class SnapshotReads {
  private static final Set<String> READS = Set.of("find", "aggregate", "distinct");
  private static final ClientSessionOptions SNAPSHOT =
      ClientSessionOptions.builder().snapshot(true).build();

  private final MongoClient client;

  /** Of this client: a process may have several. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable ClientSession> current = new ThreadLocal<>();

  SnapshotReads(MongoClient client) {
    this.client = client;
  }

  /** The session of this thread's snapshot. */
  Optional<ClientSession> current() {
    return Optional.ofNullable(current.get());
  }

  <T> T run(Supplier<T> work) {
    try (ClientSession session = client.startSession(SNAPSHOT)) {
      current.set(session);
      return work.get();
    } finally {
      current.remove();
    }
  }

  /** The same collection, whose reads take part. */
  @SuppressWarnings("unchecked")
  MongoCollection<Document> of(MongoCollection<Document> collection) {
    return (MongoCollection<Document>)
        Proxy.newProxyInstance(
            MongoCollection.class.getClassLoader(),
            new Class<?>[] {MongoCollection.class},
            (proxy, method, arguments) -> call(collection, method, arguments));
  }

  private @Nullable Object call(
      MongoCollection<Document> collection, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] given = arguments == null ? new Object[0] : arguments;
    ClientSession session = current.get();
    try {
      return session != null && joins(method, given)
          ? withSession(method).invoke(collection, before(session, given))
          : method.invoke(collection, given);
    } catch (InvocationTargetException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private static boolean joins(Method method, Object[] given) {
    boolean named = given.length > 0 && given[0] instanceof ClientSession;
    return READS.contains(method.getName()) && !named;
  }

  /** Each read has a sibling whose first parameter is the session. */
  private static Method withSession(Method method) throws NoSuchMethodException {
    Class<?>[] types = method.getParameterTypes();
    Class<?>[] more = new Class<?>[types.length + 1];
    more[0] = ClientSession.class;
    System.arraycopy(types, 0, more, 1, types.length);
    return MongoCollection.class.getMethod(method.getName(), more);
  }

  private static Object[] before(ClientSession session, Object[] arguments) {
    Object[] more = new Object[arguments.length + 1];
    more[0] = session;
    System.arraycopy(arguments, 0, more, 1, arguments.length);
    return more;
  }
}
