package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallerCard;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.edge.view.MediaPaths;
import io.healthconnect.signaling.sending.OutgoingEvent;

/** Encodes the signals of calls as events. */
final class SignalEvents {
  private SignalEvents() {}

  static OutgoingEvent event(Signal.Event event) {
    if (event instanceof Signal.CandidateSent sent) {
      // The hot path: ids need no escaping, and the candidate is complete JSON.
      return OutgoingEvent.ofJson(
          "ice-candidate", relayed(event, "candidate", sent.candidate().json()));
    }
    if (event instanceof Signal.CallMade made) {
      return OutgoingEvent.of("call-made", callMade(made));
    }
    if (event instanceof Signal.CallAnswered answered) {
      return OutgoingEvent.ofJson(
          "call-answered", relayed(event, "answer", answered.answer().json()));
    }
    if (event instanceof Signal.DescriptionSent sent) {
      return OutgoingEvent.ofJson(
          "call-description", relayed(event, "description", sent.description().json()));
    }
    if (event instanceof Signal.CallRejected rejected) {
      return OutgoingEvent.of("call-rejected", ended(event, rejected.reason().code()));
    }
    if (event instanceof Signal.CallEnded over) {
      return OutgoingEvent.of("call-end", ended(event, over.reason().code()));
    }
    return OutgoingEvent.of("call-end", ended(event, "answered_elsewhere"));
  }

  private static String relayed(Signal.Event event, String field, String json) {
    CallId callId = event.callId();
    return "{\"callId\":\""
        + callId.value()
        + "\",\"from\":\""
        + event.from().value()
        + "\",\""
        + field
        + "\":"
        + json
        + "}";
  }

  private static ObjectNode ended(Signal.Event event, String reason) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("callId", event.callId().value())
        .put("from", event.from().value())
        .put("reason", reason);
  }

  private static ObjectNode callMade(Signal.CallMade made) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("callId", made.callId().value()).put("from", made.from().value());
    payload.set("caller", caller(made.from(), made.caller()));
    payload.putRawValue("offer", new RawValue(made.offer().json()));
    return payload
        .put("media", made.media().code())
        .put("appointmentId", made.appointment().map(id -> id.value()).orElse(null));
  }

  /** From the signal itself: it is sent on the thread of the feed, which must not wait. */
  private static ObjectNode caller(AccountId id, CallerCard card) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id.value())
        .put("name", card.name().value())
        .put("avatar", MediaPaths.of(card.avatar()))
        .put("role", card.role().code());
  }
}
