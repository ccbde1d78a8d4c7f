package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.healthconnect.application.account.FindAccount;
import io.healthconnect.application.view.Views;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.signaling.endpoint.OutgoingEvent;
import java.util.List;
import java.util.Optional;

/** Writes the signals of calls as events of the protocol. */
final class SignalShapes {
  private final FindAccount accounts;

  SignalShapes(FindAccount accounts) {
    this.accounts = accounts;
  }

  OutgoingEvent event(Signal.Event event) {
    if (event instanceof Signal.CandidateSent sent) {
      // The hot path: ids need no escaping, the candidate is finished JSON.
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

  private ObjectNode callMade(Signal.CallMade made) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("callId", made.callId().value()).put("from", made.from().value());
    payload.set("caller", caller(made.from()));
    payload.putRawValue("offer", new RawValue(made.offer().json()));
    return payload
        .put("media", made.media().code())
        .put("appointmentId", made.appointment().map(id -> id.value()).orElse(null));
  }

  private ObjectNode caller(AccountId id) {
    Optional<Account> account = Optional.ofNullable(accounts.handle(List.of(id)).get(id));
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id.value())
        .put("name", account.map(a -> a.name().value()).orElse(""))
        .put("avatar", account.map(a -> Views.mediaPath(a.avatar())).orElse(null))
        .put("role", account.map(a -> a.role().code()).orElse(null));
  }
}
