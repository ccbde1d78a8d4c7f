package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindNewPatientsTest {
  private final AppointmentWorld world = new AppointmentWorld(AppointmentLimits.DEFAULT);
  private final Appointment first = value(world.book(PATIENT, "09:00"));
  private final Appointment second = value(world.book(PATIENT, "10:00"));
  private final Appointment ofOther = value(world.book(OTHER, "11:00"));

  private Map<AppointmentId, Boolean> found(Actor actor) {
    List<Appointment> shown =
        List.of(first, second, ofOther).stream()
            .map(each -> world.store.appointments().find(each.id()).orElseThrow())
            .toList();
    return world.use.findNewPatients().findNewPatients(actor, shown);
  }

  @Test
  void aPatientIsNewUntilAnAppointmentOfTheTwoWasConfirmed() {
    assertEquals(Map.of(first.id(), true, second.id(), true, ofOther.id(), true), found(DOCTOR));
    value(world.change(DOCTOR, first.id(), new Intent.Confirm()));
    assertEquals(Map.of(second.id(), false, ofOther.id(), true), found(DOCTOR));
    value(world.change(PATIENT, first.id(), new Intent.Cancel("well again")));
    assertEquals(Map.of(second.id(), true, ofOther.id(), true), found(DOCTOR));
  }

  @Test
  void onlyTheDoctorOfTheRequestsIsTold() {
    Actor anotherDoctor = new Actor(new AccountId("d2"), Role.DOCTOR, new SessionId("s4"));
    assertEquals(Map.of(), found(PATIENT));
    assertEquals(Map.of(), found(anotherDoctor));
  }
}
