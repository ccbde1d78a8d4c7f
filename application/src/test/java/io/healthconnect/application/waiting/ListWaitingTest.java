package io.healthconnect.application.waiting;

import static io.healthconnect.application.waiting.WaitingWorld.DOCTOR;
import static io.healthconnect.application.waiting.WaitingWorld.PATIENT;
import static io.healthconnect.application.waiting.WaitingWorld.PHONE;
import static io.healthconnect.application.waiting.WaitingWorld.TAB;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListWaitingTest {
  private final WaitingWorld world = new WaitingWorld();

  @Test
  void listsThePatientsOfOneDoctor() {
    world.book("elsewhere", "d2", "p1", -30);
    value(world.join(PHONE));
    value(world.join(PATIENT, TAB, new AppointmentId("elsewhere")));
    for (AccountId doctor : List.of(DOCTOR, new AccountId("d2"))) {
      assertEquals(
          List.of(PATIENT),
          world.use.list().listWaiting(doctor).stream()
              .map(waits -> waits.patient().account())
              .toList());
    }
    assertEquals(List.of(), world.use.list().listWaiting(PATIENT));
  }
}
