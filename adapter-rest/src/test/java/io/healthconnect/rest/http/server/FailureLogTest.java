package io.healthconnect.rest.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.healthconnect.domain.media.ImagesUnavailableException;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** I-04: what the log and the client are told about an internal failure. */
class FailureLogTest {
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  @BeforeEach
  void listen() {
    events.start();
    root.addAppender(events);
  }

  @AfterEach
  void stop() {
    root.detachAppender(events);
  }

  private List<String> errors() {
    return List.copyOf(events.list).stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static Client.Answer readiness(RuntimeException failure) {
    try (TestServer server =
        new TestServer(
            () -> {
              throw failure;
            })) {
      Client client = server.client();
      return client.send(client.builder("/health/ready"));
    }
  }

  @Test
  void reportsLocationAndCauseOnceWithoutContent() {
    Optional<String> nobody = Optional.empty();
    RuntimeException failure;
    try {
      throw new AssertionError(nobody.orElseThrow());
    } catch (java.util.NoSuchElementException e) {
      failure = new IllegalStateException("canary of a person", e);
    }
    Client.Answer answer = readiness(failure).expect(500, "internal");
    assertEquals(1, errors().size(), () -> errors().toString());
    String line = errors().get(0);
    assertTrue(line.contains("/health/ready"), line);
    assertTrue(line.contains(answer.header("X-Request-Id")), line);
    assertTrue(line.contains("java.lang.IllegalStateException at "), line);
    assertTrue(line.contains(" caused by java.util.NoSuchElementException at "), line);
    assertTrue(line.contains("FailureLogTest.reportsLocationAndCauseOnceWithoutContent("), line);
    assertFalse(line.contains("canary"), line);
    assertFalse(line.contains("\n"), line);
  }

  /** Only failures of the client's connection may go unlogged. */
  @Test
  void tellsOurIoExceptionsFromTheClients() {
    readiness(new UncheckedIOException(new IOException("disk"))).expect(500, "internal");
    readiness(new IllegalStateException(new IOException("disk"))).expect(500, "internal");
    assertEquals(2, errors().size(), () -> errors().toString());
  }

  /** The client cannot be told any more, so the log is all there is. */
  @Test
  void reportsAReplyThatBreaksOff() {
    try (TestServer server = new TestServer()) {
      Client patient = server.patient("paul");
      patient.put("/api/me/avatar", "{\"image\":\"data:image/png;base64,cG5n\"}").expect(200);
      server.images.beforeRead =
          () -> {
            throw new ImagesUnavailableException(Duration.ofSeconds(2), new IOException("away"));
          };
      assertThrows(UncheckedIOException.class, () -> patient.get("/api/me/export"));
    }
    List<String> lines = errors();
    assertFalse(lines.isEmpty());
    // The client repeats a request whose connection ends.
    List<String> requests = lines.stream().map(line -> line.split(" ")[4]).distinct().toList();
    assertEquals(requests.size(), lines.size(), lines::toString);
    for (String line : lines) {
      assertTrue(line.startsWith("reply cut off /api/me/export "), line);
      assertTrue(line.contains("ImagesUnavailableException at "), line);
    }
  }
}
