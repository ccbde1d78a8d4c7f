package io.healthconnect.application.notice;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.notice.NoticeSettings;

/** Shows how the actor wants to be told. */
public interface FindNoticeSettings {
  NoticeSettings findNoticeSettings(Actor actor);
}
