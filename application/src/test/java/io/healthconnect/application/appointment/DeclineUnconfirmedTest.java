package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.testkit.Race;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclineUnconfirmedTest {
  private final AppointmentWorld world = new AppointmentWorld(AppointmentLimits.DEFAULT);
  private final AppointmentId id = value(world.book(PATIENT, "09:00")).id();

  @Test
  void declinesAppointmentsThatWereNotConfirmedInTime() {
    AppointmentId confirmed = value(world.book(OTHER, "09:30")).id();
    value(world.change(DOCTOR, confirmed, new Intent.Confirm()));
    AppointmentId later = value(world.book(OTHER, "10:00")).id();
    world.clock.set(MONDAY_NINE.minusMillis(1));
    assertEquals(0, world.use.declineUnconfirmed().declineUnconfirmed());
    world.clock.set(MONDAY_NINE.plusSeconds(1800));
    assertEquals(1, world.use.declineUnconfirmed().declineUnconfirmed());
    assertEquals(0, world.use.declineUnconfirmed().declineUnconfirmed());
    Appointment declined = world.store.appointments().find(id).orElseThrow();
    assertEquals(AppointmentStatus.DECLINED, declined.status());
    assertEquals(Optional.of("not_confirmed_in_time"), declined.history().last().reason());
    assertEquals(Optional.empty(), declined.history().last().by());
    for (AppointmentId other : List.of(confirmed, later)) {
      assertTrue(world.store.appointments().find(other).orElseThrow().status().occupies());
    }
  }

  @Test
  void leavesAppointmentsThatThePatientCancelled() {
    value(world.change(PATIENT, id, new Intent.Cancel("well")));
    world.clock.set(MONDAY_NINE);
    assertEquals(0, world.use.declineUnconfirmed().declineUnconfirmed());
    assertEquals(
        AppointmentStatus.CANCELLED, world.store.appointments().find(id).orElseThrow().status());
  }

  @Test
  void onManyServersAtOnceEachIsDeclinedOnce() {
    value(world.book(OTHER, "09:30"));
    world.clock.set(MONDAY_NINE.plusSeconds(1800));
    List<Integer> declined =
        Race.of(8, i -> () -> world.use.declineUnconfirmed().declineUnconfirmed());
    assertEquals(2, declined.stream().mapToInt(each -> each).sum());
    assertEquals(2, world.store.appointments().history(id, 10).size());
  }
}
