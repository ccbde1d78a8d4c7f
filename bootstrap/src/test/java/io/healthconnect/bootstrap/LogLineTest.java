package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** I-07: what a client sends is text on one line of the log, wherever it comes up. */
class LogLineTest {
  private static final String FORGED = "2026-01-01T00:00:00.000Z ERROR Forged";

  private final LoggerContext logs = new LoggerContext();
  private final LogLine line = new LogLine();

  private List<String> written(String value, @Nullable Throwable failure) {
    LoggingEvent event =
        new LoggingEvent(
            "fqcn",
            logs.getLogger("io.healthconnect.Some"),
            Level.WARN,
            "sent {}",
            failure,
            new Object[] {value});
    event.setTimeStamp(1_767_225_600_123L);
    String text = line.doLayout(event);
    assertTrue(text.endsWith("\n"), text);
    return List.of(text.substring(0, text.length() - 1).split("\n", -1));
  }

  @Test
  void i07ControlCharactersOfAMessageBecomeSpaces() {
    for (int c = 0; c <= 0x2100; c++) {
      String value = "a" + (char) c + FORGED;
      List<String> lines = written(value, null);
      assertEquals(1, lines.size(), "U+" + Integer.toHexString(c));
      assertEquals(List.of(), unprintable(lines), "U+" + Integer.toHexString(c));
    }
    assertEquals(
        List.of("2026-01-01T00:00:00.123Z WARN  Some sent a b"), written("a\u001bb", null));
  }

  @Test
  void i07AnExceptionIsLoggedWithItsStackAndWithoutItsMessage() {
    String hostile = "canary\r\n" + FORGED + "\u001b[31m\u0085\u2028\u202e";
    Throwable failure = new IllegalStateException(hostile, new IllegalArgumentException(hostile));
    List<String> lines = written("nothing", failure);
    assertEquals(List.of(), unprintable(lines));
    assertFalse(lines.toString().contains("canary"), lines::toString);
    assertEquals("  java.lang.IllegalStateException", lines.get(1));
    assertTrue(lines.get(2).startsWith("\tat io.healthconnect."), lines.get(2));
    assertTrue(lines.contains("  java.lang.IllegalArgumentException"), lines::toString);
  }

  @Test
  void tellsWhatTheSystemRefused() {
    List<String> lines = written("nothing", new IOException("canary: Too many open files"));
    assertEquals("  java.io.IOException: Too many open files", lines.get(1));
  }

  /** The top of the stack of {@code orElseThrow} is {@code Optional}, wherever it was called. */
  @Test
  void namesTheMethodThatFailedBelowThoseOfTheLibrary() {
    Optional<String> nobody = Optional.empty();
    List<String> lines =
        written("nothing", assertThrows(NoSuchElementException.class, nobody::orElseThrow));
    assertTrue(lines.get(2).contains("Optional"), lines.get(2));
    assertTrue(
        lines.stream().anyMatch(each -> each.contains("namesTheMethodThatFailed")),
        lines::toString);
  }

  @Test
  void anExceptionThatIsItsOwnCauseEnds() {
    Throwable one = new IllegalStateException("one");
    Throwable other = new IllegalStateException("other", one);
    one.initCause(other);
    long shown =
        written("loop", one).stream().filter(each -> each.startsWith("  java.lang.")).count();
    assertTrue(shown <= 10, () -> shown + " exceptions");
  }

  /** A stack as deep as that of an endless recursion. */
  @Test
  void aDeepStackIsCut() {
    Throwable deep = new IllegalStateException();
    StackTraceElement frame = new StackTraceElement("Some", "method", "Some.java", 1);
    deep.setStackTrace(Collections.nCopies(1_000, frame).toArray(StackTraceElement[]::new));
    assertEquals(42, written("deep", deep).size());
  }

  private static List<String> unprintable(List<String> lines) {
    return lines.stream()
        .map(each -> each.startsWith("\tat ") ? each.substring(1) : each)
        .filter(
            each ->
                each.chars()
                    .anyMatch(
                        c ->
                            Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || c == 0x2028
                                || c == 0x2029))
        .toList();
  }
}
