package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;

class BookingRulesTest {
  @Test
  void eachRuleIsSetByItsName() {
    BookingRules rules =
        BookingRules.DEFAULT
            .withSlotMinutes(15)
            .withBufferMinutes(5)
            .withMinimumNoticeMinutes(60)
            .withHorizonDays(30)
            .withAutoConfirm(true)
            .withCallsAnytime(true)
            .withQuiet(true);
    assertEquals(new BookingRules(15, 5, 60, 30, true, true, true), rules);
    assertEquals(new BookingRules(15, 5, 60, 30, true, false, true), rules.withCallsAnytime(false));
  }

  @Test
  void aRuleOutOfRangeIsRefusedWhateverTheOthersAre() {
    assertThrows(InvalidValueException.class, () -> BookingRules.DEFAULT.withSlotMinutes(4));
    assertThrows(InvalidValueException.class, () -> BookingRules.DEFAULT.withBufferMinutes(-1));
    assertThrows(
        InvalidValueException.class, () -> BookingRules.DEFAULT.withMinimumNoticeMinutes(43_201));
    assertThrows(InvalidValueException.class, () -> BookingRules.DEFAULT.withHorizonDays(366));
  }
}
