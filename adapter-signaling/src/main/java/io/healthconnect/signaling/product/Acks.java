package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.application.call.StartCall;
import io.healthconnect.application.waiting.AdmitPatient;
import io.healthconnect.application.waiting.JoinWaitingRoom;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;

/** Builds acks: {@code {ok: true, …}} or {@code {ok: false, error: {code, message}}}. */
final class Acks {
  private Acks() {}

  static ObjectNode ok() {
    return JsonNodeFactory.instance.objectNode().put("ok", true);
  }

  static JsonNode ok(CallId callId) {
    return ok().put("callId", callId.value());
  }

  static JsonNode error(String code, String message) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", false);
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }

  static JsonNode unavailable(StoreUnavailableException.Cause cause) {
    return switch (cause) {
      case UNAVAILABLE -> error("unavailable", "Try again in a moment.");
      case STORAGE_FULL -> error("storage_full", "The server has no space left.");
    };
  }

  static JsonNode refused(CallRefusal refusal) {
    return switch (refusal) {
      case NOT_FOUND -> error("not_found", "There is no such call.");
      case NO_CONTACT -> error("forbidden", "You may not talk to this person.");
      case WRONG_STATE -> error("illegal_transition", "The call does not allow this now.");
      case ANSWERED_ELSEWHERE ->
          error("answered_elsewhere", "The call was answered on another device.");
      case NOT_YOUR_DEVICE -> error("not_your_device", "The call is on another of your devices.");
      case TOO_MANY_CANDIDATES -> error("rate_limited", "Too many candidates.");
    };
  }

  static JsonNode refused(JoinWaitingRoom.Refusal refusal) {
    return switch (refusal) {
      case NOT_FOUND -> error("not_found", "There is no such appointment.");
      case WRONG_ROLE -> error("forbidden", "Only the patient can wait.");
      case TOO_EARLY -> error("too_early", "The waiting room opens 15 minutes before the start.");
      case CLOSED -> error("illegal_transition", "Nobody can wait for this appointment now.");
      case LIMIT_REACHED ->
          error("limit_reached", "You are waiting for too many other appointments.");
    };
  }

  static JsonNode refused(AdmitPatient.Refusal refusal) {
    return switch (refusal) {
      case NOT_FOUND -> error("not_found", "There is no such appointment.");
      case WRONG_ROLE -> error("forbidden", "Only the doctor can admit the patient.");
      case NOT_WAITING -> error("not_waiting", "The patient is not in the waiting room.");
      case ADMITTED_ELSEWHERE ->
          error("admitted_elsewhere", "Another of your devices has just admitted the patient.");
    };
  }

  static JsonNode refused(StartCall.Refusal refusal) {
    return switch (refusal) {
      case NO_CONTACT -> error("forbidden", "You may not talk to this person.");
      case NOT_NOW -> error("not_now", "Patients can call only around their appointments.");
      case NO_SUCH_APPOINTMENT -> error("not_found", "There is no such appointment.");
      case ALREADY_IN_CALL -> error("already_in_call", "You are already in a call.");
    };
  }
}
