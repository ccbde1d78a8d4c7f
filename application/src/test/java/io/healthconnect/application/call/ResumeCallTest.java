package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.STRANGER;
import static io.healthconnect.application.call.CallWorld.refusal;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.CallState;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.presence.DeviceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A device comes back to its call, or takes it over from another (edge cases 58, 60 and 64). */
class ResumeCallTest {
  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  @Test
  void case58AnAnswerThatTheCallerMissedFollowsWhenItIsBack() {
    CallId id = world.call(doctor, PATIENT);
    value(world.candidate(patient, DOCTOR, "p1"));
    world.disconnect(doctor);
    value(world.answer(patient, DOCTOR, "answer"));
    value(world.candidate(patient, DOCTOR, "p2"));
    DeviceId back = world.connect(DOCTOR);

    LiveCall.Resumed resumed = resume(back, id);

    assertEquals(CallState.ACTIVE, resumed.record().state());
    assertEquals("answer", resumed.description().orElseThrow().json());
    assertEquals(List.of("answered answer", "candidate p1", "candidate p2"), world.told(back));
    assertEquals(0, world.pass(3600));
  }

  @Test
  void case60AReconnectKeepsTheCallAndItsLease() {
    CallId id = answered();
    world.disconnect(patient);
    assertEquals(0, world.pass(29));
    DeviceId back = world.connect(PATIENT);
    resume(back, id);

    assertEquals(0, world.pass(4 * 3600));
    value(world.candidate(doctor, PATIENT, "d1"));
    assertEquals(List.of("candidate d1"), world.told(back));
    assertEquals(List.of(), world.told(doctor));
  }

  @Test
  void aDeviceThatDoesNotKnowTheCallTakesOverTheOneWithThatPerson() {
    CallId id = answered();
    DeviceId second = world.connect(DOCTOR);

    assertEquals(id, value(take(second, Optional.of(PATIENT))).record().id());
    assertEquals(id, value(take(second, Optional.empty())).record().id());
    assertEquals(CallRefusal.NOT_FOUND, refusal(take(second, Optional.of(STRANGER))));
  }

  @Test
  void aCallDoesNotResumeOnceContactHasEnded() {
    CallId id = answered();
    world.disconnect(patient);
    DeviceId back = world.connect(PATIENT);
    world.contact = false;
    assertEquals(CallRefusal.NO_CONTACT, refusal(take(back, Optional.empty())));
    assertEquals(1, world.pass(30));
    assertEquals(Optional.empty(), world.calls.find(id));
  }

  @Test
  void aCallThatIsOverIsNotFound() {
    CallId id = answered();
    value(world.end(doctor, PATIENT));
    ResumeCall.Command command = new ResumeCall.Command(PATIENT, patient, id);
    assertEquals(CallRefusal.NOT_FOUND, refusal(world.use.resumeCall().resumeCall(command)));
  }

  /** Its connection went while it took the call over, and nobody else starts the lease then. */
  @Test
  void aDeviceThatIsGoneAgainHasALease() {
    CallId id = answered();
    DeviceId second = world.connect(PATIENT);
    world.disconnect(second);
    resume(second, id);
    assertEquals(0, world.pass(29));
    assertEquals(1, world.pass(1));
    assertEquals(List.of("ended lost"), world.told(doctor));
  }

  private Result<LiveCall.Resumed, CallRefusal> take(DeviceId device, Optional<AccountId> with) {
    return world
        .use
        .resumeCall()
        .resumeCall(new ResumeCall.Command(world.owner(device), device, Optional.empty(), with));
  }

  private CallId answered() {
    CallId id = world.call(doctor, PATIENT);
    value(world.answer(patient, DOCTOR, "answer"));
    world.told(doctor);
    world.told(patient);
    return id;
  }

  private LiveCall.Resumed resume(DeviceId device, CallId id) {
    return value(
        world.use.resumeCall().resumeCall(new ResumeCall.Command(world.owner(device), device, id)));
  }
}
