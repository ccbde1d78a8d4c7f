package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told what of the waiting room. */
class WaitingEventsTest {
  private static String code(JsonNode answer) {
    return answer.get("ok").booleanValue() ? "ok" : answer.at("/error/code").textValue();
  }

  private static String ask(CallScene scene, String actor, String event) {
    return code(scene.ask(actor, event, scene.payload(event, "D1")));
  }

  private static String updated(CallScene scene, boolean present) {
    return "42[\"waiting-updated\",{\"appointmentId\":\""
        + scene.appointment.id().value()
        + "\",\"since\":\"2026-03-02T08:00:00.001Z\",\"present\":"
        + present
        + "}]";
  }

  @Test
  void bothPeopleSeeThePatientComeAndGo() {
    CallScene scene = new CallScene("open");
    assertEquals("ok", ask(scene, "P1", "waiting-join"));
    assertEquals(
        "D1:waiting-updated D2:waiting-updated P1:waiting-updated P2:waiting-updated",
        scene.heard());
    assertEquals(List.of(updated(scene, true)), scene.log().stream().distinct().toList());
    assertEquals("ok", ask(scene, "P2", "waiting-join"));
    assertEquals("ok", ask(scene, "P1", "waiting-leave"));
    assertEquals("", scene.heard());
    assertEquals("ok", ask(scene, "P2", "waiting-leave"));
    scene.heard();
    assertEquals(List.of(updated(scene, false)), scene.log().stream().distinct().toList());
  }

  @Test
  void aDoctorWhoConnectsSeesWhoWaits() {
    CallScene scene = new CallScene("waiting");
    scene.connectAlso("D3", "D1");
    scene.connectAlso("P3", "P1");
    assertEquals("D3:online-users D3:waiting-updated P3:online-users", scene.heard());
  }

  @Test
  void onlyTheWaitingDeviceIsAdmitted() {
    CallScene scene = new CallScene("waiting");
    assertEquals("ok", ask(scene, "D1", "admit"));
    assertEquals("P1:admitted", scene.heard());
    assertEquals(
        List.of("42[\"admitted\",{\"appointmentId\":\"" + scene.appointment.id().value() + "\"}]"),
        scene.log());
    assertEquals("admitted_elsewhere", ask(scene, "D2", "admit"));
    assertEquals("", scene.heard());
  }

  @Test
  void nobodyIsAdmittedWhoDoesNotWait() {
    CallScene scene = new CallScene("open");
    assertEquals("not_waiting", ask(scene, "D1", "admit"));
    assertEquals("", scene.heard());
  }

  @Test
  void theWaitingEndsWithTheAnswer() {
    CallScene scene = new CallScene("waiting");
    assertEquals("ok", ask(scene, "D1", "admit"));
    scene.heard();
    JsonNode ring =
        scene.ask(
            "D1",
            "call-user",
            scene.payload("call-user", "P1").put("appointmentId", scene.appointment.id().value()));
    assertEquals("ok", code(ring));
    assertEquals("P1:call-made P2:call-made", scene.heard());
    assertEquals("ok", ask(scene, "P1", "answer-call"));
    scene.heard();
    assertEquals(4, scene.log().stream().filter(updated(scene, false)::equals).count());
  }

  @Test
  void theWaitingEndsWhenTheAppointmentIsCancelled() {
    CallScene scene = new CallScene("waiting");
    Actor doctor =
        new Actor(new AccountId(scene.account("D1")), Role.DOCTOR, new SessionId("session"));
    scene.world().cancel(doctor, scene.appointment);
    scene.heard();
    assertEquals(4, scene.log().stream().filter(updated(scene, false)::equals).count());
    assertEquals("illegal_transition", ask(scene, "P1", "waiting-join"));
  }

  @Test
  void onePersonMayComeAndGoSixtyTimesAMinute() {
    CallScene scene = new CallScene("open");
    for (int i = 0; i < 30; i++) {
      assertEquals("ok", ask(scene, "P1", "waiting-join"));
      assertEquals("ok", ask(scene, "P2", "waiting-leave"));
    }
    assertEquals("rate_limited", ask(scene, "P1", "waiting-join"));
    assertEquals("rate_limited", ask(scene, "P1", "waiting-leave"));
    assertEquals("not_found", ask(scene, "T", "waiting-join"));
  }
}
