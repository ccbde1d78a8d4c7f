package io.healthconnect.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Receives traces over OTLP, as a collector does. */
final class TraceCollector implements AutoCloseable {
  private static final long LIMIT_SECONDS = 60;

  private final HttpServer server;
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder received = new StringBuilder();

  TraceCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::receive);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body);
    synchronized (this) {
      received.append(new String(body, ISO_8859_1));
      request
          .getResourceSpansList()
          .forEach(
              resource ->
                  resource
                      .getScopeSpansList()
                      .forEach(scope -> spans.addAll(scope.getSpansList())));
      notifyAll();
    }
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Waits for a span. */
  synchronized Span await(Predicate<Span> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (spans.stream().noneMatch(wanted)) {
      long left = end - System.nanoTime();
      assertTrue(left > 0, () -> "no such span in " + names());
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return spans.stream().filter(wanted).findFirst().orElseThrow();
  }

  private List<String> names() {
    return spans.stream().map(Span::getName).distinct().sorted().toList();
  }

  /** Everything that was received, a character for each byte. */
  synchronized String received() {
    return received.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
