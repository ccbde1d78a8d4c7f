package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.signaling.session.Admission;
import io.healthconnect.signaling.session.SocketListener;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DeadlineListenerTest {
  private final Map<String, Boolean> within = new TreeMap<>();
  private boolean open;

  private final SocketListener product =
      SocketListener.class.cast(
          Proxy.newProxyInstance(
              SocketListener.class.getClassLoader(),
              new Class<?>[] {SocketListener.class},
              (proxy, method, arguments) -> {
                within.put(method.getName(), open);
                return method.getReturnType() == boolean.class
                    ? Boolean.TRUE
                    : method.getReturnType() == Admission.class ? new Admission.Refused() : null;
              }));

  private final class Opening implements RequestDeadline {
    @Override
    public <T> T withinOneDeadline(Supplier<T> work) {
      open = true;
      try {
        return work.get();
      } finally {
        open = false;
      }
    }
  }

  @Test
  void givesOneDeadlineToEachThingThatSomebodyWaitsFor() throws Exception {
    DeadlineListener listener = new DeadlineListener(product, new Opening());
    for (Method method : SocketListener.class.getMethods()) {
      method.invoke(
          listener,
          Stream.of(method.getParameterTypes())
              .map(type -> type == boolean.class ? Boolean.TRUE : null)
              .toArray());
    }
    assertEquals(
        Map.of(
            "authenticate", true,
            "connected", true,
            "recovered", true,
            "event", true,
            "disconnected", false,
            "takesAttachments", false,
            "mayBlock", false,
            "tryEvent", false),
        within);
  }
}
