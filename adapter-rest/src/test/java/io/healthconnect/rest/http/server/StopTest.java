package io.healthconnect.rest.http.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.healthconnect.rest.RestPorts;
import io.healthconnect.rest.RestServer;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.rig.PlainCalendars;
import io.healthconnect.rest.rig.TestServer;
import io.healthconnect.rest.web.WebClient;
import io.healthconnect.testkit.RandomIds;
import io.healthconnect.testkit.wire.RawClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StopTest {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);

  @Test
  void cutsRequestsThatAreStillRunningAtTheDeadline() throws Exception {
    try (TestServer parts = new TestServer()) {
      RestServer server = new RestServer(RestSettings.local(0), ports(parts), front(), noClient());
      server.start();
      URI ready = URI.create("http://127.0.0.1:" + server.port() + "/health/ready");
      HttpClient.newHttpClient()
          .sendAsync(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding());
      asked.await();
      try {
        assertDoesNotThrow(server::stop);
      } finally {
        answer.countDown();
      }
    }
  }

  /**
   * Neither a connection that has received its answer nor one without a request delays the stop.
   */
  @Test
  void endsConnectionsThatOnlyWaitForTheirNextRequest() throws Exception {
    Logger log = (Logger) LoggerFactory.getLogger(HttpServer.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try (TestServer parts = new TestServer()) {
      RestServer server = new RestServer(RestSettings.local(0), ports(parts), front(), noClient());
      server.start();
      int port = server.port();
      try (RawClient busy = new RawClient(port);
          RawClient silent = new RawClient(port)) {
        busy.send("GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
        asked.await();
        Thread stopping = new Thread(server::stop);
        stopping.start();
        while (isListening(port)) {
          // The stop has five seconds, and needs the processor too.
          LockSupport.parkNanos(1_000_000);
        }
        answer.countDown();
        assertEquals(200, busy.status());
        stopping.join();
        // The time limit was not reached.
        assertEquals(List.of(), lines.list);
      }
    } finally {
      log.detachAppender(lines);
    }
  }

  private static boolean isListening(int port) {
    try (RawClient another = new RawClient(port)) {
      return true;
    } catch (UncheckedIOException refused) {
      return false;
    }
  }

  private RestPorts ports(TestServer parts) {
    return new RestPorts(
        parts.useCases,
        parts.showSystem(),
        account -> false,
        Optional.empty(),
        new PlainCalendars(),
        this::isReady,
        parts.store.feed(),
        request -> {},
        RouteTracer.NONE,
        parts.clock,
        new RandomIds(8));
  }

  /** A store that hangs while the server stops. */
  private boolean isReady() {
    asked.countDown();
    while (answer.getCount() > 0) {
      try {
        answer.await();
      } catch (InterruptedException e) {
        // The server abandons this request; the store has still not answered.
        continue;
      }
    }
    return true;
  }

  private static Handler.Wrapper front() {
    return new Handler.Wrapper();
  }

  private static WebClient noClient() {
    return WebClient.load("/no-web-client");
  }
}
