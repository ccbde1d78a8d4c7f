package io.healthconnect.sqlite.db;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.sqlite.ProgressHandler;

/** Counts the steps of SQLite's virtual machine, which depend on no clock. */
final class CountedSteps {
  private final AtomicLong steps = new AtomicLong();

  DataSource around(DataSource source) {
    ProgressHandler counter =
        new ProgressHandler() {
          @Override
          protected int progress() {
            steps.incrementAndGet();
            return 0;
          }
        };
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> {
              Object result = method.invoke(source, arguments);
              if (result instanceof Connection connection) {
                ProgressHandler.setHandler(connection, 1, counter);
              }
              return result;
            });
  }

  long of(Runnable work) {
    long before = steps.get();
    work.run();
    return steps.get() - before;
  }
}
