package io.healthconnect.domain.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private static StatusChange booking() {
    return new StatusChange(
        Optional.empty(), AppointmentStatus.PENDING, Optional.empty(), NOW, Optional.empty());
  }

  private static StatusChange move(int number) {
    return new StatusChange(
        Optional.of(AppointmentStatus.PENDING),
        AppointmentStatus.PENDING,
        Optional.empty(),
        NOW.plusSeconds(number),
        Optional.empty());
  }

  private static History moved(int times) {
    History history = History.startingWith(booking());
    for (int i = 1; i <= times; i++) {
      history = history.plus(move(i));
    }
    return history;
  }

  @Test
  void carriesTheNewestFiveAndCountsAll() {
    History history = moved(7);
    assertEquals(List.of(move(3), move(4), move(5), move(6), move(7)), history.recent());
    assertEquals(8, history.length());
    assertEquals(7, history.reschedulings());
    assertEquals(move(7), history.last());
  }

  @Test
  void isTheSameHoweverItWasMade() {
    List<StatusChange> all = new ArrayList<>(List.of(booking()));
    assertEquals(moved(0), History.of(all));
    for (int i = 1; i <= 7; i++) {
      all.add(move(i));
      assertEquals(moved(i), History.of(all));
    }
  }

  @Test
  void knowsTheChangesAfterAnEarlierOneAsLongAsItCarriesThem() {
    History history = moved(7);
    assertEquals(List.of(), history.after(8));
    assertEquals(List.of(move(6), move(7)), history.after(6));
    assertEquals(history.recent(), history.after(3));
    assertThrows(IllegalArgumentException.class, () -> history.after(2));
    assertThrows(IllegalArgumentException.class, () -> history.after(9));
  }

  @Test
  void fitsItsLength() {
    List<StatusChange> one = List.of(booking());
    assertThrows(InvalidValueException.class, () -> new History(List.of(), 0, 0));
    assertThrows(InvalidValueException.class, () -> new History(one, 2, 0));
    assertEquals(1, new History(one, 1, 0).length());
  }
}
