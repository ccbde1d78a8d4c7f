package io.healthconnect.bootstrap.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * A span for each operation of the store within a request: its name, and the type of a failure.
 * Arguments, results and messages stay out of it.
 */
final class StoreSpans {
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private final Tracer tracer;
  private final String system;

  StoreSpans(Tracer tracer, String system) {
    this.tracer = tracer;
    this.system = system;
  }

  /** The same store, watched. */
  Object watch(Class<?> port, Object real) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (proxy, method, arguments) -> traced(port, real, method, arguments));
  }

  private Object traced(Class<?> port, Object real, Method method, Object[] arguments)
      throws Throwable {
    // Regular tasks and sockets ask the store all the time; traces are about requests.
    if (!Span.current().getSpanContext().isSampled()) {
      return invoke(real, method, arguments);
    }
    String operation = port.getSimpleName() + "." + method.getName();
    Span span =
        tracer
            .spanBuilder(operation)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(SYSTEM, system)
            .setAttribute(OPERATION, operation)
            .startSpan();
    try {
      return invoke(real, method, arguments);
    } catch (Throwable e) {
      span.setAttribute(ERROR, e.getClass().getSimpleName());
      span.setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      span.end();
    }
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
