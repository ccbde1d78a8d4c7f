package io.healthconnect.edge.view;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * A notice, as the person whom it is for sees it.
 *
 * @param from the account that made the change; null if the system did
 */
public record NoticeResponse(
    long seq,
    String kind,
    String at,
    @Nullable String readAt,
    @Nullable String appointmentId,
    @Nullable String from) {
  public static NoticeResponse of(Notice notice) {
    return new NoticeResponse(
        notice.seq(),
        notice.kind().code(),
        WireTimes.instant(notice.at()),
        notice.readAt().map(WireTimes::instant).orElse(null),
        notice.appointment().map(AppointmentId::value).orElse(null),
        notice.from().map(AccountId::value).orElse(null));
  }
}
