package io.healthconnect.mongo.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallState;
import io.healthconnect.domain.call.EndReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The part of a call that is kept permanently. */
final class CallRecordDocuments {
  private CallRecordDocuments() {}

  static Document write(CallRecord call) {
    Document document =
        new Document("_id", call.id().value())
            .append("callerId", call.caller().value())
            .append("calleeId", call.callee().value())
            .append("people", List.of(call.caller().value(), call.callee().value()))
            .append("live", call.state() != CallState.ENDED)
            .append("media", call.media().code())
            .append("state", call.state().code())
            .append("startedAt", Date.from(call.startedAt()));
    call.appointment().ifPresent(id -> document.append("appointmentId", id.value()));
    call.answeredAt().ifPresent(at -> document.append("answeredAt", Date.from(at)));
    call.endedAt().ifPresent(at -> document.append("endedAt", Date.from(at)));
    call.endReason().ifPresent(reason -> document.append("endReason", reason.code()));
    return document;
  }

  static CallRecord read(Document document) {
    String state = document.getString("state");
    return new CallRecord(
        new CallId(document.getString("_id")),
        new AccountId(document.getString("callerId")),
        new AccountId(document.getString("calleeId")),
        Optional.ofNullable(document.getString("appointmentId")).map(AppointmentId::new),
        CallMedia.parse(document.getString("media")),
        Arrays.stream(CallState.values())
            .filter(each -> each.code().equals(state))
            .findFirst()
            .orElseThrow(),
        document.getDate("startedAt").toInstant(),
        instant(document, "answeredAt"),
        instant(document, "endedAt"),
        Optional.ofNullable(document.getString("endReason")).map(EndReason::parse));
  }

  static Optional<Instant> instant(Document document, String field) {
    return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
  }
}
