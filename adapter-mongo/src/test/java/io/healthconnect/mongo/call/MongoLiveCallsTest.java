package io.healthconnect.mongo.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.mongo.Node;
import io.healthconnect.mongo.ScanWatch;
import io.healthconnect.mongo.schema.CollectionName;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.call.LiveCallsContract;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract; each write returns once the feed has published it. */
@WithMongod
final class MongoLiveCallsTest implements LiveCallsContract {
  private static final Set<String> WRITES = Set.of("open", "addEnded", "change");
  // A node reads all devices when it begins to follow them.
  @RegisterExtension static final ScanWatch SCANS = ScanWatch.expecting("devices COLLSCAN");

  private Node node;

  @BeforeEach
  void open(TestDatabase database) {
    node = new Node(database.uri());
    node.handles.collection(CollectionName.CALLS).deleteMany(new Document());
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Override
  public LiveCalls calls() {
    LiveCalls calls = node.store.calls();
    return (LiveCalls)
        Proxy.newProxyInstance(
            LiveCalls.class.getClassLoader(),
            new Class<?>[] {LiveCalls.class},
            (proxy, method, arguments) -> call(calls, method, arguments));
  }

  private Object call(LiveCalls calls, Method method, Object[] arguments) throws Throwable {
    try {
      Object result = method.invoke(calls, arguments);
      if (WRITES.contains(method.getName())) {
        catchUp();
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private synchronized void catchUp() {
    node.catchUp();
  }

  @Override
  public ChangeFeed feed() {
    return node;
  }

  @Override
  public AccountId person(String name) {
    return new AccountId(name);
  }

  @Override
  public AppointmentId appointment() {
    return new AppointmentId("v1");
  }
}
