package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.edge.view.WireTimes;

/** Encodes a live call as its two people see it when they resume it. */
final class CallPayloads {
  private CallPayloads() {}

  static ObjectNode of(CallRecord call) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", call.id().value())
        .put("caller", call.caller().value())
        .put("callee", call.callee().value())
        .put("appointmentId", call.appointment().map(id -> id.value()).orElse(null))
        .put("media", call.media().code())
        .put("state", call.state().code())
        .put("startedAt", WireTimes.instant(call.startedAt()))
        .put("answeredAt", call.answeredAt().map(WireTimes::instant).orElse(null));
  }
}
