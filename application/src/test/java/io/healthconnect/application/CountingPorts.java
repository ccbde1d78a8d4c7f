package io.healthconnect.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Counts the calls of ports: each is one statement or transaction of a real store. */
public final class CountingPorts {
  private final List<String> calls = new ArrayList<>();

  /** Returns the port; each call of it is recorded as {@code Port.method}. */
  public <T> T count(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, args) -> {
              calls.add(port.getSimpleName() + "." + method.getName());
              try {
                return method.invoke(real, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** The calls since the last time this was called, in order. */
  public List<String> calls() {
    List<String> seen = List.copyOf(calls);
    calls.clear();
    return seen;
  }
}
