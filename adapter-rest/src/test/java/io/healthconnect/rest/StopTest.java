package io.healthconnect.rest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import io.healthconnect.rest.site.WebClient;
import io.healthconnect.testkit.RandomIds;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.Test;

class StopTest {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);

  @Test
  void cutsWhatIsStillUnderWayWhenTheTimeIsUp() throws Exception {
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

  private RestPorts ports(TestServer parts) {
    return new RestPorts(
        parts.useCases,
        account -> false,
        Optional.empty(),
        this::isReady,
        parts.clock,
        new RandomIds(8));
  }

  /** A store that does not answer while the server stops. */
  private boolean isReady() {
    asked.countDown();
    while (answer.getCount() > 0) {
      try {
        answer.await();
      } catch (InterruptedException e) {
        // The server gives up on this request; the store has still not answered.
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
