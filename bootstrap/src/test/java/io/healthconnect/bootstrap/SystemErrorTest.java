package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemErrorTest {
  @Test
  void isFoundInAMessageWithoutWhatElseItSays() {
    assertEquals(
        Optional.of("No space left on device"),
        SystemError.in("/srv/canary/health-connect.db: No space left on device"));
    assertEquals(
        Optional.of("SQLITE_IOERR_FSYNC"),
        SystemError.in("[SQLITE_IOERR_FSYNC] I/O error in fsync of canary"));
    assertEquals(Optional.of("Too many open files"), SystemError.in("Too many open files"));
  }

  @Test
  void isNotAnyMessage() {
    assertEquals(Optional.empty(), SystemError.in("canary"));
    assertEquals(Optional.empty(), SystemError.in(null));
  }
}
