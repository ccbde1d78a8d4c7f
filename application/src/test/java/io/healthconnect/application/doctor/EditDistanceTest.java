package io.healthconnect.application.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "rash, rash, 0",
    "'', rash, 4",
    "rash, rush, 1",
    "rash, crash, 1",
    "rash, ras, 1",
    "rash, rsah, 1",
    "rash, arsh, 1",
    "rash, hsar, 3",
    "dermatolgy, dermatology, 1",
    "cardiolgi, cardiology, 2",
    "heart, chest, 3",
    "𠮷野家, 吉野家, 1"
  })
  void countsMistakes(String one, String other, int mistakes) {
    assertEquals(mistakes, EditDistance.between(one, other));
    assertEquals(mistakes, EditDistance.between(other, one));
  }
}
