package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.domain.media.ImagesUnavailableException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UpkeepFailureLogTest {
  private final UpkeepTask task = new UpkeepTask("sweep_images", Duration.ofMinutes(10), () -> {});
  private final Logger logger = (Logger) LoggerFactory.getLogger(UpkeepFailureLog.class);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

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
  void saysInOneLineThatAStoreIsUnavailable() {
    ILoggingEvent line = lineOf(new ImagesUnavailableException(Duration.ZERO, new IOException()));
    assertEquals(Level.WARN, line.getLevel());
    assertNull(line.getThrowableProxy());
    assertEquals(
        "Upkeep task sweep_images waits for its next run, because a store is unavailable:"
            + " ImagesUnavailableException",
        line.getFormattedMessage());
  }

  @Test
  void logsTheStackOfABugAndOfAnError() {
    assertNotNull(lineOf(new IllegalStateException()).getThrowableProxy());
    ILoggingEvent line = lineOf(new StackOverflowError());
    assertEquals(Level.ERROR, line.getLevel());
    assertNotNull(line.getThrowableProxy());
  }

  private ILoggingEvent lineOf(Throwable failure) {
    appender.list.clear();
    new UpkeepFailureLog().failed(task, failure);
    assertEquals(1, appender.list.size());
    return appender.list.get(0);
  }
}
