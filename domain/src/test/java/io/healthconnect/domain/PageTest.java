package io.healthconnect.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {
  private static Page<String> page(int limit, String... found) {
    return Page.of(List.of(found), PageRequest.first(limit), item -> new Cursor(item, item));
  }

  @Test
  void oneItemMoreThanTheLimitShowsThatThereIsAnotherPage() {
    assertEquals(new Page<>(List.of("a", "b"), Optional.empty()), page(2, "a", "b"));
    assertEquals(
        new Page<>(List.of("a", "b"), Optional.of(new Cursor("b", "b"))), page(2, "a", "b", "c"));
    assertEquals(new Page<>(List.of(), Optional.empty()), page(2));
  }

  @Test
  void keepsItsPositionWhenItemsAreConverted() {
    Page<Integer> lengths = page(1, "a", "b").map(String::length);
    assertEquals(List.of(1), lengths.items());
    assertEquals(Optional.of(new Cursor("a", "a")), lengths.next());
  }

  @Test
  void hasOneTo100Items() {
    for (int limit : new int[] {0, 101, -1}) {
      assertEquals(
          "limit",
          assertThrows(InvalidValueException.class, () -> PageRequest.first(limit)).field());
    }
    assertEquals(100, PageRequest.first(100).limit());
  }
}
