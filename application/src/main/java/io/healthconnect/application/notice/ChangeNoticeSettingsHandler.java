package io.healthconnect.application.notice;

import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.NoticeSettings;
import java.time.Clock;

final class ChangeNoticeSettingsHandler implements ChangeNoticeSettings {
  private final NoticeRepository notices;
  private final Clock clock;

  ChangeNoticeSettingsHandler(NoticeRepository notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public NoticeSettings changeNoticeSettings(Command command) {
    return notices.changeSettings(
        command.actor().id(),
        command.actor().role(),
        before ->
            before.with(
                command.kinds(), command.reminderMinutes().orElseGet(before::reminderMinutes)),
        clock.instant());
  }
}
