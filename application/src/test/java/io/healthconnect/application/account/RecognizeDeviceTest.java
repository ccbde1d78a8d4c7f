package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.EMAIL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.Email;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecognizeDeviceTest {
  private final AccountWorld world = new AccountWorld();
  private final RecognizeDevice recognize = world.useCases.recognizeDevice();

  @Test
  void knowsADeviceByEachMarkerThatItWasGiven() {
    String first = world.useCases.markDevice().markDevice(EMAIL, Optional.empty());
    String second = world.useCases.markDevice().markDevice(EMAIL, Optional.of(first));
    assertEquals(Optional.of("device"), recognize.recognizeDevice(EMAIL, first));
    assertEquals(Optional.of("device"), recognize.recognizeDevice(EMAIL, second));
  }

  @Test
  void acceptsNothingElseAsAMarker() {
    String marker =
        world.useCases.markDevice().markDevice(Email.parse("dora@example.org"), Optional.empty());
    for (String text : new String[] {"", "made up", marker}) {
      assertEquals(Optional.empty(), recognize.recognizeDevice(EMAIL, text), text);
    }
  }
}
