package io.healthconnect.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ResultTest {
  private final Result<Integer, String> good = Result.success(2);
  private final Result<Integer, String> bad = Result.failure("no");

  @Test
  void foldsTheOutcomeThatItHas() {
    assertEquals("2", good.fold(String::valueOf, why -> why));
    assertEquals("no", bad.fold(String::valueOf, why -> why));
  }

  @Test
  void changesOnlyTheSideAskedFor() {
    assertEquals(Result.success(3), good.map(n -> n + 1));
    assertEquals(Result.failure("no"), bad.map(n -> n + 1));
    assertEquals(Result.success(2), good.mapFailure(String::length));
    assertEquals(Result.failure(2), bad.mapFailure(String::length));
  }

  @Test
  void chainsUntilTheFirstFailure() {
    assertEquals(Result.success(4), good.flatMap(n -> Result.success(2 * n)));
    assertEquals(Result.failure("late"), good.flatMap(n -> Result.failure("late")));
    assertEquals(Result.failure("no"), bad.flatMap(n -> Result.failure("late")));
  }
}
