package io.healthconnect.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BlockingGuardTest {
  private final BlockingGuard guard = new BlockingGuard("BlockingGuardTest.selector");

  @SuppressWarnings("unchecked")
  private final Supplier<String> port = guard.watch(Supplier.class, () -> "read");

  @Test
  void permitsACallOfAThreadThatMayBlock() {
    assertEquals("read", port.get());
    guard.assertNothingBlocked();
  }

  @Test
  void reportsACallOfAThreadThatMustNotBlock() {
    assertEquals("read", selector(port));
    AssertionError found = assertThrows(AssertionError.class, guard::assertNothingBlocked);
    assertEquals(
        "expected: <[]> but was: <[Supplier.get from BlockingGuardTest.selector]>",
        found.getMessage());
  }

  @Test
  @SuppressWarnings("unchecked")
  void permitsAMethodThatNeverBlocks() {
    selector(guard.watch(Supplier.class, () -> "read", "get"));
    guard.assertNothingBlocked();
  }

  private static String selector(Supplier<String> port) {
    return port.get();
  }
}
