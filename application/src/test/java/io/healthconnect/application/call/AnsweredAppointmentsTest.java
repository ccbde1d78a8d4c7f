package io.healthconnect.application.call;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository.Step;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnsweredAppointmentsTest {
  private static final CallId CALL = new CallId("c1");
  private static final AppointmentId VISIT = new AppointmentId("v");

  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryLiveCalls calls = new InMemoryLiveCalls(store);
  private final SettableClock clock = new SettableClock(MONDAY_NINE);
  private final AnsweredAppointments answered =
      new AnsweredAppointments(calls, store.appointments(), store.attendances(), clock);
  private final Appointment visit;

  AnsweredAppointmentsTest() {
    People.add(store.stores(), "d1", "p1");
    Appointment pending = Appointments.pending("v", "d1", "p1", 0);
    Appointment booked = value(store.appointments().book(pending, Optional.empty(), UNLIMITED));
    visit = store.appointments().save(value(booked.confirm(BOOKED)));
  }

  private void call(Optional<AppointmentId> about) {
    calls.open(
        CallFixtures.ringing(CALL, new AccountId("d1"), new AccountId("p1"), about), List.of());
  }

  private Map<AppointmentId, Attendance> stored() {
    return store.attendances().find(List.of(VISIT));
  }

  @Test
  void whoAnswersWasThere() {
    call(Optional.of(VISIT));
    answered.answered(CALL);
    assertEquals(Map.of(VISIT, Attendance.seen(visit, MONDAY_NINE)), stored());
  }

  @Test
  void whoWaitedWaitsNoLonger() {
    store
        .attendances()
        .change(
            VISIT,
            before ->
                new Step<>(
                    Optional.of(
                        Attendance.seen(visit, MONDAY_NINE).join(new DeviceId("tab"), MONDAY_NINE)),
                    true));
    call(Optional.of(VISIT));
    answered.answered(CALL);
    assertFalse(stored().get(VISIT).present());
  }

  @Test
  void aCallOnAnotherDayTellsNothing() {
    clock.set(BOOKED);
    call(Optional.of(VISIT));
    answered.answered(CALL);
    assertEquals(Map.of(), stored());
  }

  @Test
  void aCallAboutNothingTellsNothing() {
    call(Optional.empty());
    answered.answered(CALL);
    answered.answered(new CallId("none"));
    assertEquals(Map.of(), stored());
  }
}
