package io.healthconnect.bootstrap.telemetry;

import io.healthconnect.application.Ports;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/** Puts a watch before each store, whatever stores there are, so that none is forgotten. */
public final class WatchedStores {
  /** Returns the same store, watched. */
  @FunctionalInterface
  public interface Watch {
    Object watch(Class<?> port, Object store);
  }

  private WatchedStores() {}

  public static Ports.Stores of(Ports.Stores stores, Watch watch) {
    try {
      RecordComponent[] components = Ports.Stores.class.getRecordComponents();
      Class<?>[] ports = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
      Object[] watched = new Object[ports.length];
      for (int i = 0; i < ports.length; i++) {
        watched[i] = watch.watch(ports[i], components[i].getAccessor().invoke(stores));
      }
      return Ports.Stores.class.getConstructor(ports).newInstance(watched);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
