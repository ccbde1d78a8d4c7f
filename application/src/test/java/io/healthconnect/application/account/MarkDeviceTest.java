package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.EMAIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Email;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkDeviceTest {
  private static final Email DORA = Email.parse("dora@example.org");

  private final AccountWorld world = new AccountWorld();

  private boolean knows(Email email, String marker) {
    return world.useCases.recognizeDevice().recognizeDevice(email, marker).isPresent();
  }

  @Test
  void marksADeviceForTheAccountAlone() {
    String marker = world.useCases.markDevice().markDevice(EMAIL, Optional.empty());
    assertTrue(knows(EMAIL, marker));
    assertEquals(false, knows(DORA, marker));
  }

  @Test
  void keepsTheAccountsKnownToADevice() {
    String first = world.useCases.markDevice().markDevice(EMAIL, Optional.empty());
    String shared = world.useCases.markDevice().markDevice(DORA, Optional.of(first));
    assertTrue(knows(EMAIL, shared));
    assertTrue(knows(DORA, shared));
  }
}
