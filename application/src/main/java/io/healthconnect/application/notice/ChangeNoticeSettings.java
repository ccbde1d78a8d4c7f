package io.healthconnect.application.notice;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes how the actor wants to be told. Reminders of confirmed appointments follow at once. */
public interface ChangeNoticeSettings {
  NoticeSettings changeNoticeSettings(Command command);

  /**
   * @param kinds only those that change
   * @param reminderMinutes empty if they stay as they are
   */
  record Command(
      Actor actor,
      Map<NoticeKind, NoticeChannels> kinds,
      Optional<List<Integer>> reminderMinutes) {}
}
