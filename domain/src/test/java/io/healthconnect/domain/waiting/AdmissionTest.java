package io.healthconnect.domain.waiting;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final DeviceId DESK = new DeviceId("desk");

  @Test
  void keepsOtherDevicesFromAdmittingForAWhile() {
    Admission made = new Admission(DESK, new DeviceId("tab"), NOW);
    assertFalse(made.excludes(DESK, NOW));
    assertTrue(made.excludes(new DeviceId("phone"), NOW.plus(Admission.LIFE).minusMillis(1)));
    assertFalse(made.excludes(new DeviceId("phone"), NOW.plus(Admission.LIFE)));
  }
}
