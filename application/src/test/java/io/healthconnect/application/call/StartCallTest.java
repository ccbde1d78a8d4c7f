package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.STRANGER;
import static io.healthconnect.application.call.CallWorld.refusal;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.CallerCard;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.testkit.appointment.Appointments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may ring when, and what the other side receives (R-01; edge cases 51, 52 and 70). */
class StartCallTest {
  private static final BookingRules QUIET =
      BookingRules.DEFAULT.withCallsAnytime(true).withQuiet(true);

  private static final Appointment VISIT =
      Appointments.pending("v1", DOCTOR.value(), PATIENT.value(), 0);

  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  @Test
  void r01APatientWithoutAConfirmedAppointmentRingsNobody() {
    world.confirmed = false;
    assertEquals(StartCall.Refusal.NOT_NOW, refusal(world.start(patient, DOCTOR, "offer")));
    assertEquals(List.of(), world.told(doctor));
    assertEquals(Optional.empty(), world.calls.liveOf(DOCTOR));
  }

  @Test
  void r01ADoctorRingsAnyContact() {
    world.confirmed = false;
    world.call(doctor, PATIENT);
    assertEquals(List.of("made offer"), world.told(patient));
  }

  /** Z-10. */
  @Test
  void z10StopsRingingWhenContactEndsMeanwhile() {
    world.onDelivery = (device, event) -> world.contact = false;
    assertEquals(StartCall.Refusal.NO_CONTACT, refusal(world.start(patient, DOCTOR, "offer")));
    assertEquals(List.of("made offer", "ended cancelled"), world.told(doctor));
    assertEquals(Optional.empty(), world.calls.liveOf(DOCTOR));
    assertEquals(Optional.empty(), world.calls.liveOf(PATIENT));
  }

  @Test
  void case37StopsRingingWhenTheAppointmentIsCancelledMeanwhile() {
    world.appointment = Optional.of(VISIT);
    world.onDelivery = (device, event) -> world.appointment = Optional.of(cancelled());
    assertEquals(
        StartCall.Refusal.NO_SUCH_APPOINTMENT, refusal(world.startFor(doctor, PATIENT, VISIT)));
    assertEquals(List.of("made offer", "ended cancelled"), world.told(patient));
    assertEquals(Optional.empty(), world.calls.liveOf(PATIENT));
  }

  /** If the server stops between the cancellation and the end of the ring. */
  @Test
  void case37ARingForACancelledAppointmentCannotBeAnswered() {
    world.appointment = Optional.of(VISIT);
    value(world.startFor(doctor, PATIENT, VISIT));
    world.appointment = Optional.of(cancelled());
    assertEquals(CallRefusal.NO_CONTACT, refusal(world.answer(patient, DOCTOR, "answer")));
    world.appointment = Optional.of(VISIT);
    value(world.answer(patient, DOCTOR, "answer"));
    world.appointment = Optional.of(cancelled());
    value(world.describe(patient, DOCTOR, "more"));
  }

  private static Appointment cancelled() {
    return value(VISIT.cancel(PATIENT, "ill", Appointments.BOOKED));
  }

  @Test
  void r01NobodyRingsAStranger() {
    world.contact = false;
    DeviceId stranger = world.connect(STRANGER);
    assertEquals(StartCall.Refusal.NO_CONTACT, refusal(world.start(stranger, DOCTOR, "offer")));
    assertEquals(StartCall.Refusal.NO_CONTACT, refusal(world.start(doctor, STRANGER, "offer")));
    assertEquals(List.of(), world.told(doctor));
    assertEquals(List.of(), world.told(stranger));
  }

  @Test
  void aPatientMayRingBackWhileTheDoctorRings() {
    world.confirmed = false;
    CallId first = world.call(doctor, PATIENT);
    StartCall.Started second = value(world.start(patient, DOCTOR, "mine"));
    assertEquals(new StartCall.Started(first, true, true, false), second);
  }

  @Test
  void aSilencedDoctorSeemsToBeOffline() {
    world.rules = QUIET;
    StartCall.Started started = value(world.start(patient, DOCTOR, "offer"));
    assertEquals(new StartCall.Started(started.callId(), false, false, false), started);
    assertEquals(List.of("rejected offline"), world.told(patient));
    assertEquals(List.of(), world.told(doctor));
    assertEquals(Optional.empty(), world.calls.liveOf(PATIENT));
    assertEquals(
        List.of(Optional.of(EndReason.OFFLINE)),
        world.calls.records(DOCTOR, PageRequest.first(9)).items().stream()
            .map(call -> call.endReason())
            .toList());
  }

  @Test
  void aSilencedDoctorStillRingsAndCanBeRungBack() {
    world.rules = QUIET;
    CallId first = world.call(doctor, PATIENT);
    assertEquals(first, value(world.start(patient, DOCTOR, "mine")).callId());
  }

  @Test
  void aCallerInACallHearsBusyRatherThanOffline() {
    world.call(doctor, PATIENT);
    DeviceId stranger = world.connect(STRANGER);
    world.rules = QUIET;
    world.call(stranger, DOCTOR);
    assertEquals(List.of("rejected offline"), world.told(stranger));
    world.rules = BookingRules.DEFAULT;
    assertEquals(true, value(world.start(stranger, DOCTOR, "again")).busy());
  }

  @Test
  void theRingCarriesACardOfTheCaller() {
    world.call(patient, DOCTOR);
    Signal.CallMade made = (Signal.CallMade) world.heard.get(doctor).get(0);
    assertEquals(Role.PATIENT, made.caller().role());
    assertEquals("Ann Lee", made.caller().name().value());
    assertEquals(
        new CallerCard(made.caller().name(), Optional.empty(), Role.PATIENT), made.caller());
    DeviceId later = world.connect(DOCTOR);
    assertEquals(made.caller(), ((Signal.CallMade) world.heard.get(later).get(0)).caller());
  }

  @Test
  void case51BothPressCallAndTheFirstCallStays() {
    CallId first = world.call(doctor, PATIENT);
    assertEquals(List.of("made offer"), world.told(patient));

    StartCall.Started second = value(world.start(patient, DOCTOR, "other offer"));

    assertEquals(new StartCall.Started(first, true, true, false), second);
    assertEquals(List.of("made offer"), world.told(patient));
    assertEquals(List.of(), world.told(doctor));
  }

  @Test
  void case52ABusyCalleeHasAMissedCallAndTheFirstCallGoesOn() {
    DeviceId stranger = world.connect(STRANGER);
    CallId first = world.call(patient, DOCTOR);
    world.told(doctor);

    StartCall.Started second = value(world.start(stranger, DOCTOR, "offer"));

    assertTrue(second.busy());
    assertEquals(List.of("rejected busy"), world.told(stranger));
    assertEquals(List.of(), world.told(doctor));
    assertEquals(List.of(), world.told(patient));
    assertEquals(second.callId(), lastOf(DOCTOR).id());
    assertEquals(Optional.of(EndReason.BUSY), lastOf(DOCTOR).endReason());
    assertEquals(first, value(world.answer(doctor, PATIENT, "answer")));
  }

  @Test
  void refusesACallerWhoIsInACall() {
    DeviceId stranger = world.connect(STRANGER);
    world.call(doctor, PATIENT);
    world.told(patient);

    assertEquals(
        StartCall.Refusal.ALREADY_IN_CALL, refusal(world.start(doctor, STRANGER, "offer")));
    assertEquals(StartCall.Refusal.ALREADY_IN_CALL, refusal(world.start(doctor, PATIENT, "again")));
    assertEquals(List.of(), world.told(stranger));
    assertEquals(List.of(), world.told(patient));
  }

  @Test
  void case70AnUnknownAppointmentIsRefused() {
    StartCall.Command command =
        new StartCall.Command(
            DOCTOR,
            doctor,
            PATIENT,
            new SessionDescription("offer"),
            CallMedia.AUDIO,
            Optional.of(new AppointmentId("none")));

    assertEquals(
        StartCall.Refusal.NO_SUCH_APPOINTMENT, refusal(world.use.startCall().startCall(command)));
    assertEquals(List.of(), world.told(patient));
  }

  private CallRecord lastOf(AccountId account) {
    return world
        .use
        .listCalls()
        .listCalls(CallWorld.actor(account), PageRequest.first(1))
        .items()
        .get(0);
  }
}
