package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RatingTest {
  @Test
  void isTheMeanRoundedToTwoDecimals() {
    assertEquals(0, Rating.NONE.average());
    assertEquals(4.5, new Rating(9, 2).average());
    assertEquals(3.33, new Rating(10, 3).average());
    assertEquals(3.67, new Rating(11, 3).average());
  }
}
