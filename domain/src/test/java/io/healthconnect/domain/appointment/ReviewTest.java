package io.healthconnect.domain.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void hasOneToFiveStars() {
    for (int stars : new int[] {1, 5}) {
      assertEquals(stars, new Review(stars, "", NOW).rating());
    }
    for (int stars : new int[] {0, 6, -1}) {
      assertEquals(
          "rating",
          assertThrows(InvalidValueException.class, () -> new Review(stars, "", NOW)).field());
    }
  }

  @Test
  void hasAtMost2000Characters() {
    assertEquals(2000, new Review(5, "x".repeat(2000), NOW).text().length());
    assertThrows(InvalidValueException.class, () -> new Review(5, "x".repeat(2001), NOW));
  }

  @Test
  void saysTheSameWithTheSameStarsAndTextWheneverItWasWritten() {
    Review review = new Review(5, "kind", NOW);
    assertTrue(review.says(new Review(5, " kind ", NOW.plusSeconds(9))));
    assertFalse(review.says(new Review(4, "kind", NOW)));
    assertFalse(review.says(new Review(5, "rude", NOW)));
  }
}
