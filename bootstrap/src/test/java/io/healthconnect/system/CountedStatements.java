package io.healthconnect.system;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Counts which statements are prepared and run on the connections of a data source. */
final class CountedStatements {
  private final Map<String, Integer> prepared = new TreeMap<>();
  private final Map<String, Integer> run = new TreeMap<>();

  /** How often each text was prepared, and how often it was run. */
  record Counts(Map<String, Integer> prepared, Map<String, Integer> run) {}

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
          Object result = call(method, connection, arguments);
          if (!method.getName().equals("prepareStatement")) {
            return result;
          }
          String text = ((String) arguments[0]).replaceAll("\\s+", " ").strip();
          count(prepared, text);
          return around(text, (PreparedStatement) result);
        });
  }

  private PreparedStatement around(String text, PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            count(run, text);
          }
          return call(method, statement, arguments);
        });
  }

  private synchronized void count(Map<String, Integer> counts, String text) {
    counts.merge(text, 1, Integer::sum);
  }

  /** The counts since the last time that they were taken. */
  synchronized Counts take() {
    Counts counts = new Counts(Map.copyOf(prepared), Map.copyOf(run));
    prepared.clear();
    run.clear();
    return counts;
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
