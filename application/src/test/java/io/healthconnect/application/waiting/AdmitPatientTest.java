package io.healthconnect.application.waiting;

import static io.healthconnect.application.waiting.WaitingWorld.DESK;
import static io.healthconnect.application.waiting.WaitingWorld.DOCTOR;
import static io.healthconnect.application.waiting.WaitingWorld.PATIENT;
import static io.healthconnect.application.waiting.WaitingWorld.PHONE;
import static io.healthconnect.application.waiting.WaitingWorld.TAB;
import static io.healthconnect.testkit.appointment.Appointments.reason;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.waiting.AdmitPatient.Refusal;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Admission;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmitPatientTest {
  private static final DeviceId OTHER_DESK = new DeviceId("desk2");

  private final WaitingWorld world = new WaitingWorld();

  @Test
  void asksInTheConnectedDeviceThatCameLast() {
    value(world.join(TAB));
    value(world.join(PHONE));
    world.told();
    value(world.admit(DOCTOR, DESK));
    assertEquals(List.of("admitted phone"), world.told());
    world.presence.leave(PATIENT, PHONE);
    world.clock.advance(Admission.LIFE);
    value(world.admit(DOCTOR, DESK));
    assertEquals(List.of("admitted tab"), world.told());
  }

  @Test
  void onlyTheDoctorOfTheAppointmentAdmits() {
    value(world.join(TAB));
    world.told();
    assertEquals(Refusal.WRONG_ROLE, reason(world.admit(PATIENT, TAB)));
    assertEquals(Refusal.NOT_FOUND, reason(world.admit(new AccountId("d2"), DESK)));
    assertEquals(List.of(), world.told());
  }

  @Test
  void admitsNobodyWhoIsNotThere() {
    assertEquals(Refusal.NOT_WAITING, reason(world.admit(DOCTOR, DESK)));
    value(world.join(TAB));
    world.leave(TAB);
    assertEquals(Refusal.NOT_WAITING, reason(world.admit(DOCTOR, DESK)));
    value(world.join(TAB));
    world.presence.leave(PATIENT, TAB);
    assertEquals(Refusal.NOT_WAITING, reason(world.admit(DOCTOR, DESK)));
  }

  @Test
  void admitsNobodyToWhatWasCancelled() {
    value(world.join(TAB));
    world.cancel();
    assertEquals(Refusal.NOT_WAITING, reason(world.admit(DOCTOR, DESK)));
  }

  @Test
  void oneDeviceOfTheDoctorAdmits() {
    value(world.join(TAB));
    value(world.admit(DOCTOR, DESK));
    assertEquals(Refusal.ADMITTED_ELSEWHERE, reason(world.admit(DOCTOR, OTHER_DESK)));
    value(world.admit(DOCTOR, DESK));
    world.clock.advance(Admission.LIFE);
    value(world.admit(DOCTOR, OTHER_DESK));
  }
}
