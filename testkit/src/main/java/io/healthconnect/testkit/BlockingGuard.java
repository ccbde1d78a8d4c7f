package io.healthconnect.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Watches ports for calls by threads that must not block: selectors, timers, change feeds. Such a
 * thread is recognised by a method on its stack.
 */
public final class BlockingGuard {
  private final Set<String> entries;
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();

  /**
   * @param entries the methods on whose call stack nothing may block, as {@code
   *     SimpleClassName.method}
   */
  public BlockingGuard(String... entries) {
    this.entries = Set.of(entries);
  }

  /**
   * Returns a port that delegates to {@code target} and records every call that might block.
   *
   * @param exempt the methods that never block
   */
  public <T> T watch(Class<T> port, T target, String... exempt) {
    Set<String> quick = Set.of(exempt);
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (!quick.contains(method.getName())) {
                record(port.getSimpleName() + "." + method.getName());
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  /** Fails if a thread that must not block has entered a port. */
  public void assertNothingBlocked() {
    assertEquals(List.of(), List.copyOf(violations));
  }

  private void record(String call) {
    Optional<String> entry =
        StackWalker.getInstance()
            .walk(frames -> frames.map(BlockingGuard::name).filter(entries::contains).findFirst());
    entry.ifPresent(found -> violations.add(call + " from " + found));
  }

  private static String name(StackFrame frame) {
    String type = frame.getClassName();
    return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
  }
}
