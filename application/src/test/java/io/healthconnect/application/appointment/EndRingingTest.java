package io.healthconnect.application.appointment;

import static io.healthconnect.application.appointment.AppointmentWorld.DOCTOR;
import static io.healthconnect.application.appointment.AppointmentWorld.OTHER;
import static io.healthconnect.application.appointment.AppointmentWorld.PATIENT;
import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallState;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.call.CallFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edge case 37: nothing rings for an appointment that was called off. */
class EndRingingTest {
  private static final CallId CALL = new CallId("c");

  private final AppointmentWorld world = new AppointmentWorld(UNLIMITED);
  private Appointment visit;

  @BeforeEach
  void book() {
    visit = value(world.book(PATIENT, "09:00"));
  }

  private void ring(Actor patient, Optional<AppointmentId> about) {
    world.calls.open(CallFixtures.ringing(CALL, DOCTOR.id(), patient.id(), about), List.of());
  }

  private void cancel() {
    value(world.change(PATIENT, visit.id(), new Intent.Cancel("ill")));
  }

  private Optional<CallState> live() {
    return world.calls.find(CALL).map(LiveCall::record).map(CallRecord::state);
  }

  private Optional<EndReason> ended(Actor person) {
    return world.calls.records(person.id(), PageRequest.first(9)).items().stream()
        .flatMap(call -> call.endReason().stream())
        .findFirst();
  }

  @Test
  void case37ACancellationEndsTheRingForBoth() {
    ring(PATIENT, Optional.empty());
    RecordedChanges changes = RecordedChanges.from(world.store.feed());
    value(world.change(DOCTOR, visit.id(), new Intent.Cancel("ill")));
    assertEquals(
        List.of(
            new Signal(
                DOCTOR.id(),
                new Signal.All(),
                new Signal.CallEnded(CALL, PATIENT.id(), EndReason.CANCELLED)),
            new Signal(
                PATIENT.id(),
                new Signal.All(),
                new Signal.CallEnded(CALL, DOCTOR.id(), EndReason.CANCELLED))),
        signals(changes));
    assertEquals(Optional.empty(), live());
    assertEquals(Optional.of(EndReason.CANCELLED), ended(DOCTOR));
    assertEquals(Optional.of(EndReason.CANCELLED), ended(PATIENT));
  }

  @Test
  void case37WhoIsCalledAndCancelsDeclinesTheRing() {
    ring(PATIENT, Optional.empty());
    RecordedChanges changes = RecordedChanges.from(world.store.feed());
    cancel();
    assertEquals(
        List.of(
            new Signal(
                DOCTOR.id(),
                new Signal.All(),
                new Signal.CallRejected(CALL, PATIENT.id(), EndReason.DECLINED)),
            new Signal(
                PATIENT.id(),
                new Signal.All(),
                new Signal.CallRejected(CALL, DOCTOR.id(), EndReason.DECLINED))),
        signals(changes));
    assertEquals(Optional.of(EndReason.DECLINED), ended(PATIENT));
  }

  private static List<Signal> signals(RecordedChanges changes) {
    return changes.all().stream()
        .filter(Change.CallSignalled.class::isInstance)
        .map(change -> ((Change.CallSignalled) change).signal())
        .toList();
  }

  @Test
  void aDeclineEndsTheRing() {
    ring(PATIENT, Optional.empty());
    value(world.change(DOCTOR, visit.id(), new Intent.Decline(Optional.empty())));
    assertEquals(Optional.of(EndReason.CANCELLED), ended(PATIENT));
  }

  @Test
  void theEndOfAnAppointmentThatNobodyConfirmedEndsTheRing() {
    ring(PATIENT, Optional.of(visit.id()));
    world.clock.set(MONDAY_NINE);
    assertEquals(1, world.use.declineUnconfirmed().declineUnconfirmed());
    assertEquals(Optional.of(EndReason.CANCELLED), ended(PATIENT));
  }

  @Test
  void whoMayStillTalkStopRingingForThatAppointmentOnly() {
    value(world.book(PATIENT, "10:00"));
    ring(PATIENT, Optional.empty());
    cancel();
    assertEquals(Optional.of(CallState.RINGING), live());
  }

  @Test
  void theRingThatNamesTheAppointmentEndsWithIt() {
    value(world.book(PATIENT, "10:00"));
    ring(PATIENT, Optional.of(visit.id()));
    cancel();
    assertEquals(Optional.of(EndReason.DECLINED), ended(PATIENT));
  }

  @Test
  void aCallThatWasAnsweredGoesOn() {
    ring(PATIENT, Optional.of(visit.id()));
    world.calls.change(
        CALL,
        call ->
            call.answer(
                PATIENT.id(),
                CallFixtures.deviceOf(PATIENT.id()),
                CallFixtures.OFFER,
                BOOKED.plus(Duration.ofSeconds(9))));
    cancel();
    assertEquals(Optional.of(CallState.ACTIVE), live());
  }

  @Test
  void callsOfOthersGoOn() {
    value(world.book(OTHER, "11:00"));
    ring(OTHER, Optional.empty());
    cancel();
    assertEquals(Optional.of(CallState.RINGING), live());
  }

  @Test
  void theRingGoesOnWhenTheAppointmentIsMoved() {
    ring(PATIENT, Optional.of(visit.id()));
    value(world.move(PATIENT, visit.id(), "11:00"));
    assertEquals(Optional.of(CallState.RINGING), live());
  }
}
