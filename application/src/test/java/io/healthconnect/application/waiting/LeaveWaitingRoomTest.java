package io.healthconnect.application.waiting;

import static io.healthconnect.application.waiting.WaitingWorld.DESK;
import static io.healthconnect.application.waiting.WaitingWorld.DOCTOR;
import static io.healthconnect.application.waiting.WaitingWorld.PHONE;
import static io.healthconnect.application.waiting.WaitingWorld.TAB;
import static io.healthconnect.application.waiting.WaitingWorld.VISIT;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaveWaitingRoomTest {
  private final WaitingWorld world = new WaitingWorld();

  @Test
  void theLastDeviceThatLeavesEndsTheWaiting() {
    value(world.join(TAB));
    value(world.join(PHONE));
    assertTrue(world.leave(TAB));
    assertTrue(world.waits());
    assertTrue(world.leave(PHONE));
    assertFalse(world.waits());
    assertEquals(List.of("waits", "gone"), world.told());
    assertTrue(world.use.find().findAttendances(List.of(VISIT)).containsKey(VISIT));
  }

  @Test
  void aDeviceThatDoesNotWaitChangesNothing() {
    assertTrue(world.leave(TAB));
    value(world.join(TAB));
    assertTrue(world.leave(PHONE));
    assertTrue(world.waits());
  }

  @Test
  void nobodyElseEndsIt() {
    value(world.join(TAB));
    assertFalse(world.use.leave().leaveWaitingRoom(DOCTOR, TAB, VISIT));
    assertFalse(world.use.leave().leaveWaitingRoom(new AccountId("p2"), DESK, VISIT));
    assertTrue(world.waits());
  }
}
