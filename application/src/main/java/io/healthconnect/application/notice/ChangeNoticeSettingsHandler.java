package io.healthconnect.application.notice;

import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.notice.NoticeSettings;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

final class ChangeNoticeSettingsHandler implements ChangeNoticeSettings {
  private final NoticeRepository notices;
  private final FindNoticeSettings find;
  private final Clock clock;

  ChangeNoticeSettingsHandler(NoticeRepository notices, FindNoticeSettings find, Clock clock) {
    this.notices = notices;
    this.find = find;
    this.clock = clock;
  }

  @Override
  public NoticeSettings changeNoticeSettings(Command command) {
    Map<NoticeKind, NoticeChannels> kinds = new EnumMap<>(NoticeKind.class);
    kinds.putAll(find.findNoticeSettings(command.actor()).kinds());
    kinds.putAll(command.kinds());
    NoticeSettings settings = new NoticeSettings(kinds, command.reminderMinutes());
    notices.saveSettings(command.actor().id(), command.actor().role(), settings, clock.instant());
    return settings;
  }
}
