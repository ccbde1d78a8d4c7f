package io.healthconnect.rest.appointment;

import io.healthconnect.application.view.AppointmentView;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Reply;
import java.util.Map;

/** Replies that hold one visit: each says its version in {@code ETag}. */
final class AppointmentReplies {
  record AppointmentResponse(AppointmentView appointment) {}

  private AppointmentReplies() {}

  static Reply of(int status, AppointmentView visit) {
    return new Reply.Content(
        status,
        "application/json",
        new AppointmentResponse(visit),
        Map.of("ETag", "\"" + visit.version() + "\""));
  }

  /** Another version than the one asked for, or too many changes at the same moment. */
  static ErrorCode stale(Exchange exchange) {
    return exchange.ifMatch().isPresent() ? ErrorCode.PRECONDITION_FAILED : ErrorCode.STALE;
  }
}
