package io.healthconnect.sqlite.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallSnapshot;
import io.healthconnect.domain.call.CallState;
import io.healthconnect.domain.call.CallerCard;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** Reads calls from rows. */
final class CallRows {
  private CallRows() {}

  static CallRecord call(Row row) throws SQLException {
    String state = row.text("state");
    return new CallRecord(
        new CallId(row.text("id")),
        new AccountId(row.text("caller_id")),
        new AccountId(row.text("callee_id")),
        row.optionalText("appointment_id").map(AppointmentId::new),
        CallMedia.parse(row.text("media")),
        Arrays.stream(CallState.values())
            .filter(each -> each.code().equals(state))
            .findFirst()
            .orElseThrow(),
        row.instant("started_at"),
        row.optionalInstant("answered_at"),
        row.optionalInstant("ended_at"),
        row.optionalText("end_reason").map(EndReason::parse));
  }

  static CallSnapshot kept(Row row) throws SQLException {
    return new CallSnapshot(
        call(row),
        card(row),
        new SessionDescription(row.text("caller_description")),
        row.optionalText("callee_description").map(SessionDescription::new),
        row.optionalInstant("ring_until"),
        row.flag("rung"));
  }

  private static Optional<CallerCard> card(Row row) throws SQLException {
    Optional<String> name = row.optionalText("caller_name");
    return name.isEmpty() || row.optionalInstant("ring_until").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CallerCard(
                PersonName.restore(name.get()),
                row.optionalText("caller_avatar").map(MediaId::new),
                Role.parse(row.text("caller_role"))));
  }
}
