package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallerCard;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.edge.view.MediaPaths;
import io.healthconnect.signaling.sending.OutgoingEvent;

/** Encodes the signals of calls as events. */
final class SignalEvents implements Signal.Cases<OutgoingEvent> {
  private static final SignalEvents EVENTS = new SignalEvents();

  private SignalEvents() {}

  static OutgoingEvent event(Signal.Event event) {
    return event.fold(EVENTS);
  }

  @Override
  public OutgoingEvent callMade(Signal.CallMade event) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("callId", event.callId().value()).put("from", event.from().value());
    payload.set("caller", caller(event.from(), event.caller()));
    payload.putRawValue("offer", new RawValue(event.offer().json()));
    payload.put("media", event.media().code());
    payload.put("appointmentId", event.appointment().map(id -> id.value()).orElse(null));
    return OutgoingEvent.of("call-made", payload);
  }

  @Override
  public OutgoingEvent callAnswered(Signal.CallAnswered event) {
    return relayed("call-answered", event, "answer", event.answer().json());
  }

  @Override
  public OutgoingEvent candidateSent(Signal.CandidateSent event) {
    return relayed("ice-candidate", event, "candidate", event.candidate().json());
  }

  @Override
  public OutgoingEvent descriptionSent(Signal.DescriptionSent event) {
    return relayed("call-description", event, "description", event.description().json());
  }

  @Override
  public OutgoingEvent callRejected(Signal.CallRejected event) {
    return OutgoingEvent.of("call-rejected", ended(event, event.reason().code()));
  }

  @Override
  public OutgoingEvent callEnded(Signal.CallEnded event) {
    return OutgoingEvent.of("call-end", ended(event, event.reason().code()));
  }

  @Override
  public OutgoingEvent answeredElsewhere(Signal.AnsweredElsewhere event) {
    return OutgoingEvent.of("call-end", ended(event, "answered_elsewhere"));
  }

  /** The hot path: ids need no escaping, and what is relayed is complete JSON. */
  private static OutgoingEvent relayed(String name, Signal.Event event, String field, String json) {
    String payload =
        "{\"callId\":\""
            + event.callId().value()
            + "\",\"from\":\""
            + event.from().value()
            + "\",\""
            + field
            + "\":"
            + json
            + "}";
    return OutgoingEvent.ofJson(name, payload);
  }

  private static ObjectNode ended(Signal.Event event, String reason) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("callId", event.callId().value())
        .put("from", event.from().value())
        .put("reason", reason);
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
