package io.healthconnect.application.waiting;

import static io.healthconnect.application.waiting.WaitingWorld.TAB;
import static io.healthconnect.application.waiting.WaitingWorld.VISIT;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.waiting.Attendance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindAttendancesTest {
  private final WaitingWorld world = new WaitingWorld();

  @Test
  void findsThoseWhoWereThere() {
    List<AppointmentId> ids = List.of(VISIT, new AppointmentId("none"));
    assertEquals(Map.of(), world.use.find().findAttendances(ids));
    Attendance waits = value(world.join(TAB));
    assertEquals(Map.of(VISIT, waits), world.use.find().findAttendances(ids));
  }
}
