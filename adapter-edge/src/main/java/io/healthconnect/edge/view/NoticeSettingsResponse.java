package io.healthconnect.edge.view;

import io.healthconnect.domain.notice.NoticeSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a person wants to be told. */
public record NoticeSettingsResponse(Map<String, Channels> kinds, List<Integer> reminderMinutes) {
  /** Where notices of a kind go. */
  public record Channels(boolean mail, boolean push) {}

  public static NoticeSettingsResponse of(NoticeSettings settings) {
    Map<String, Channels> kinds = new LinkedHashMap<>();
    settings
        .kinds()
        .forEach((kind, to) -> kinds.put(kind.code(), new Channels(to.mail(), to.push())));
    return new NoticeSettingsResponse(kinds, settings.reminderMinutes());
  }
}
