package io.healthconnect.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

class LogLevelsTest {
  @Test
  void readsOneLevelAndThoseOfSingleLoggers() {
    assertEquals(new LogLevels(Level.WARN, Map.of()), LogLevels.kind().parse("WARN"));
    assertEquals(
        new LogLevels(
            Level.INFO,
            Map.of(
                "io.healthconnect.rest.requests", Level.WARN,
                "io.healthconnect.sqlite", Level.DEBUG)),
        LogLevels.kind()
            .parse("INFO, io.healthconnect.rest.requests=WARN,io.healthconnect.sqlite=DEBUG"));
  }

  /** Libraries may log what people wrote. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "info",
        "TRACE",
        "INFO,org.mongodb.driver=DEBUG",
        "INFO,io.healthconnectx=DEBUG",
        "INFO,io.healthconnect.rest",
        "INFO,io.healthconnect.rest=WARN,io.healthconnect.rest=INFO",
        "io.healthconnect.rest=WARN"
      })
  void refusesWhatIsNoLevelOfOurs(String text) {
    assertThrows(IllegalArgumentException.class, () -> LogLevels.kind().parse(text));
  }
}
