package io.healthconnect.sqlite.db;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.sql.DataSource;

/** Records the text of every statement that is prepared on the connections of a data source. */
final class RecordedStatements {
  private final Set<String> texts = new ConcurrentSkipListSet<>();

  DataSource around(DataSource source) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = call(method, source, arguments);
          return result instanceof Connection connection ? around(connection) : result;
        });
  }

  private Connection around(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("prepareStatement")) {
            texts.add((String) arguments[0]);
          }
          return call(method, connection, arguments);
        });
  }

  Set<String> texts() {
    return new TreeSet<>(texts);
  }

  /** SQLite's plan for the statement, one line for each loop or sort. */
  static List<String> plan(Connection connection, String statement) throws SQLException {
    return new Sql(new Statements(connection))
        .list("EXPLAIN QUERY PLAN " + statement, row -> row.text("detail"));
  }

  private interface Call {
    Object of(Method method, Object[] arguments) throws Throwable;
  }

  private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.of(method, arguments)));
  }
}
