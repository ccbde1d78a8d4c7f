package io.healthconnect.application.call;

import static io.healthconnect.application.call.CallWorld.DOCTOR;
import static io.healthconnect.application.call.CallWorld.PATIENT;
import static io.healthconnect.application.call.CallWorld.STRANGER;
import static io.healthconnect.application.call.CallWorld.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.presence.DeviceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The log of a person's calls (edge case 74). */
class ListCallsTest {
  private final CallWorld world = new CallWorld();
  private final DeviceId doctor = world.connect(DOCTOR);
  private final DeviceId patient = world.connect(PATIENT);

  @Test
  void case74TheSameTwoCanCallAgainAfterEveryEnd() {
    world.call(doctor, PATIENT);
    world.reject(patient, DOCTOR);
    world.call(patient, DOCTOR);
    world.pass(45);
    world.call(doctor, PATIENT);
    world.answer(patient, DOCTOR, "answer");
    world.end(patient, DOCTOR);
    world.call(doctor, PATIENT);

    assertEquals(
        3,
        world
            .use
            .listCalls()
            .listCalls(CallWorld.actor(DOCTOR), PageRequest.first(10))
            .items()
            .size());
  }

  private List<CallId> log(AccountId account) {
    return world
        .use
        .listCalls()
        .listCalls(CallWorld.actor(account), PageRequest.first(10))
        .items()
        .stream()
        .map(CallRecord::id)
        .toList();
  }

  @Test
  void showsEndedCallsOfThePersonLatestFirst() {
    CallId first = world.call(doctor, PATIENT);
    assertEquals(List.of(), log(DOCTOR));
    value(world.reject(patient, DOCTOR));
    world.pass(1);
    CallId second = world.call(patient, DOCTOR);
    value(world.end(patient, DOCTOR));
    assertEquals(List.of(second, first), log(DOCTOR));
    assertEquals(List.of(second, first), log(PATIENT));
    assertEquals(List.of(), log(STRANGER));
  }

  @Test
  void continuesWhereAPageEnds() {
    CallId first = world.call(doctor, PATIENT);
    value(world.reject(patient, DOCTOR));
    CallId second = world.call(doctor, PATIENT);
    value(world.reject(patient, DOCTOR));
    Page<CallRecord> page =
        world.use.listCalls().listCalls(CallWorld.actor(DOCTOR), PageRequest.first(1));
    Page<CallRecord> rest =
        world.use.listCalls().listCalls(CallWorld.actor(DOCTOR), new PageRequest(1, page.next()));
    assertEquals(Set.of(first, second), Set.of(page.items().get(0).id(), rest.items().get(0).id()));
    assertEquals(Optional.empty(), rest.next());
  }
}
