package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.healthconnect.domain.media.ImagesUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HousekeepingTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(Housekeeping.class);
  private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
          lines.add(line);
        }
      };

  @BeforeEach
  void listen() {
    appender.start();
    logger.addAppender(appender);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(appender);
  }

  @Test
  void saysInOneLineThatAStoreIsAway() throws Exception {
    ILoggingEvent line =
        firstLineOf(new ImagesUnavailableException(Duration.ZERO, new IOException()));
    assertEquals(Level.WARN, line.getLevel());
    assertNull(line.getThrowableProxy());
  }

  @Test
  void tellsAllOfAFault() throws Exception {
    ILoggingEvent line = firstLineOf(new IllegalStateException());
    assertEquals(Level.ERROR, line.getLevel());
    assertNotNull(line.getThrowableProxy());
  }

  /** What a task that fails says; it runs again all the same. */
  private ILoggingEvent firstLineOf(RuntimeException failure) throws InterruptedException {
    CountDownLatch ranTwice = new CountDownLatch(2);
    try (Housekeeping housekeeping = new Housekeeping()) {
      housekeeping.every(
          Duration.ofMillis(1),
          () -> {
            ranTwice.countDown();
            throw failure;
          });
      assertTrue(ranTwice.await(10, TimeUnit.SECONDS));
    }
    return lines.get(0);
  }
}
