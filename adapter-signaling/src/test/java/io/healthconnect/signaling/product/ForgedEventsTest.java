package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Z-04 and Z-06: a client speaks for itself, to those it may talk to, and sets nothing more. */
class ForgedEventsTest {
  private static final String STRANGER = "somebody-else";
  private static final List<String> OF_THE_SERVER =
      List.of(
          "newMessage",
          "messages-read",
          "user-online",
          "user-offline",
          "online-users",
          "appointment-updated",
          "waiting-updated",
          "admitted",
          "call-made",
          "call-answered",
          "call-taken",
          "typing-stopped",
          "connect",
          "disconnect",
          "error",
          "__proto__",
          "constructor");

  private static final List<String> HOSTILE =
      List.of(
          ("id _id from by sender senderId userId accountId role caller callerId name avatar at"
                  + " createdAt seq status device socketId sid online reason2 $set $where __proto__"
                  + " constructor prototype a.b")
              .split(" "));

  /** An event that is right in a state of the call, by whom, to whom. */
  private record Good(String event, String state, String actor, String other) {}

  private static final List<Good> GOODS =
      List.of(
          new Good("call-user", "none", "D1", "P1"),
          new Good("answer-call", "ringing", "P1", "D1"),
          new Good("ice-candidate", "ringing", "D1", "P1"),
          new Good("call-description", "active", "D1", "P1"),
          new Good("call-rejected", "ringing", "P1", "D1"),
          new Good("call-end", "active", "D1", "P1"),
          new Good("typing", "none", "D1", "P1"),
          new Good("waiting-join", "open", "P1", "D1"),
          new Good("waiting-leave", "waiting", "P1", "D1"),
          new Good("admit", "waiting", "D1", "P1"));

  @Test
  void z06NoClientSpeaksForTheServer() {
    CallScene scene = new CallScene("active");
    for (String event : OF_THE_SERVER) {
      for (String actor : List.of("D1", "P1", "T", "S")) {
        ObjectNode payload = scene.payload("typing", "P1");
        payload.put("by", scene.account("D1")).put("upTo", 9).put("userId", scene.account("D1"));
        JsonNode answer = scene.ask(actor, event, payload);
        assertEquals("invalid_request", answer.at("/error/code").asText(), event);
      }
    }
    assertEquals("", scene.heard());
  }

  @Test
  void z06NobodySendsTypingToStrangers() {
    CallScene scene = new CallScene("none");
    for (String other : List.of("D1", "P1", "T", "S")) {
      JsonNode answer = scene.ask("S", "typing", scene.payload("typing", other));
      assertFalse(answer.path("ok").asBoolean(), answer::toString);
    }
    assertEquals("", scene.heard());
  }

  @Test
  void z04MembersMoreSetNothingAndGoNowhere() {
    for (Good good : GOODS) {
      CallScene scene = new CallScene(good.state());
      ObjectNode payload = scene.payload(good.event(), good.other());
      for (String member : HOSTILE) {
        payload.put(member, STRANGER);
        payload.properties().stream()
            .filter(part -> part.getValue().isObject())
            .forEach(part -> ((ObjectNode) part.getValue()).put(member, STRANGER));
      }
      if (!good.state().equals("none") && !CallScene.isOfWaitingRoom(good.event())) {
        payload.put("callId", scene.callId);
      }
      JsonNode answer = scene.ask(good.actor(), good.event(), payload);
      assertTrue(answer.path("ok").asBoolean(), () -> good.event() + answer);
      assertFalse(answer.toString().contains(STRANGER), answer::toString);
      scene.heard();
      for (String packet : scene.log()) {
        assertFalse(packet.contains(STRANGER), packet);
      }
    }
  }
}
