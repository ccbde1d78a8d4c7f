package io.healthconnect.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  private static final String FACE = "\uD83D\uDE00";

  @Test
  void composesTrimsAndFoldsWhiteSpace() {
    assertEquals("\u00E9 b", Text.line("name", "  e\u0301 \t\n b ", 3));
    assertEquals("a\n\tb", Text.block("text", " a\n\tb ", 10));
    assertEquals("", Text.optionalLine("name", " ", 1));
    assertEquals("a b", Text.line("name", "a\u2028b\u00A0", 3));
  }

  @Test
  void countsCodePoints() {
    for (int length : new int[] {9, 10}) {
      assertEquals(FACE.repeat(length), Text.line("name", FACE.repeat(length), 10));
    }
    assertThrows(InvalidValueException.class, () -> Text.line("name", FACE.repeat(11), 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001Bb", "a\u0085b", "a\u007Fb", "\uD83D", "\uDE00a"})
  void refusesControlCharactersAndHalfPairs(String text) {
    assertThrows(InvalidValueException.class, () -> Text.block("text", text, 10));
    assertThrows(InvalidValueException.class, () -> Text.line("name", text, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u202Eb", "a\u2066b", "a\u200Bb", "a\uFEFFb", "\u200F"})
  void refusesInvisibleCharactersInALine(String text) {
    assertThrows(InvalidValueException.class, () -> Text.line("name", text, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void aLineIsNotEmpty(String text) {
    assertThrows(InvalidValueException.class, () -> Text.line("name", text, 10));
  }

  @Test
  void takesLinearTimeOnLongText() {
    List<String> texts =
        List.of("a".repeat(100_000), " ".repeat(100_000), "e\u0301".repeat(50_000));
    for (String text : texts) {
      assertTrue(best(text + "a") <= Duration.ofSeconds(1).toNanos());
      assertThrows(InvalidValueException.class, () -> Text.line("name", text + "a", 100));
    }
  }

  /** The quickest of several runs: a loaded machine stretches some of them. */
  private static long best(String text) {
    long best = Long.MAX_VALUE;
    for (int run = 0; run < 5 && best > Duration.ofSeconds(1).toNanos(); run++) {
      long start = System.nanoTime();
      assertFalse(Text.optionalLine("text", text, 100_001).isEmpty());
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
