package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.InvalidValueException;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static Window window(String start, String end) {
    return new Window(LocalTime.parse(start), LocalTime.parse(end));
  }

  @Test
  void countsMinutesOfItsOwnDay() {
    assertEquals(540, window("09:00", "17:30").startMinute());
    assertEquals(1050, window("09:00", "17:30").endMinute());
  }

  @Test
  void anEndThatIsNotAfterTheStartIsOnTheNextDay() {
    assertEquals(1620, window("21:00", "03:00").endMinute());
    assertEquals(1440, window("21:00", "00:00").endMinute());
    assertEquals(1440, window("00:00", "00:00").endMinute());
    assertEquals(2879, window("23:59", "23:58").endMinute() + 1);
  }

  @Test
  void hasWholeMinutesAndIsNotEmpty() {
    assertThrows(InvalidValueException.class, () -> window("09:00", "09:00"));
    assertThrows(InvalidValueException.class, () -> window("09:00:01", "10:00"));
    assertThrows(InvalidValueException.class, () -> window("09:00", "10:00:00.001"));
  }

  @Test
  void windowsThatTouchDoNotOverlap() {
    Window morning = window("09:00", "12:00");
    assertFalse(morning.overlaps(window("12:00", "13:00")));
    assertFalse(window("12:00", "13:00").overlaps(morning));
    assertTrue(morning.overlaps(window("11:59", "13:00")));
    assertTrue(morning.overlaps(window("10:00", "11:00")));
  }
}
