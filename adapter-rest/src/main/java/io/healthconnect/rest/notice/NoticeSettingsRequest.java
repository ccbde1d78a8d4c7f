package io.healthconnect.rest.notice;

import static io.healthconnect.rest.http.request.Fields.element;
import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.Actor;
import io.healthconnect.application.notice.ChangeNoticeSettings;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a person wants to be told, as sent; what is left out stays as it is. */
record NoticeSettingsRequest(
    @Nullable Map<String, NoticeSettingsRequest.@Nullable Channels> kinds,
    @Nullable List<@Nullable Integer> reminderMinutes) {
  /** Where notices of a kind go. */
  record Channels(@Nullable Boolean mail, @Nullable Boolean push) {}

  ChangeNoticeSettings.Command parse(Actor actor) {
    Map<NoticeKind, NoticeChannels> changed = new EnumMap<>(NoticeKind.class);
    if (kinds != null) {
      kinds.forEach((code, to) -> changed.put(kind(code), channels(code, to)));
    }
    return new ChangeNoticeSettings.Command(
        actor, changed, Optional.ofNullable(reminderMinutes).map(NoticeSettingsRequest::checked));
  }

  private static List<Integer> checked(List<@Nullable Integer> minutes) {
    return IntStream.range(0, minutes.size())
        .mapToObj(
            i -> element("reminderMinutes", i, () -> required("reminderMinutes", minutes.get(i))))
        .toList();
  }

  private static NoticeKind kind(String code) {
    return Arrays.stream(NoticeKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new InvalidValueException("kinds", "has an unknown kind", Code.UNKNOWN_FIELD));
  }

  private static NoticeChannels channels(String code, @Nullable Channels to) {
    String field = "kinds." + code;
    Channels given = required(field, to);
    return new NoticeChannels(
        required(field + ".mail", given.mail()), required(field + ".push", given.push()));
  }
}
