package io.healthconnect.application.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeNoticeSettingsTest {
  private static final Actor PATIENT =
      new Actor(new AccountId("p1"), Role.PATIENT, new SessionId("s1"));
  private static final NoticeChannels NOWHERE = new NoticeChannels(false, false);

  private final InMemoryStore store = new InMemoryStore();
  private final NoticeUseCases useCases =
      NoticeUses.of(store, SettableClock.at("2026-03-02T07:00:00Z"));

  private NoticeSettings change(Map<NoticeKind, NoticeChannels> kinds, Integer... minutes) {
    Optional<List<Integer>> times = Optional.of(List.of(minutes)).filter(each -> !each.isEmpty());
    return useCases
        .changeSettings()
        .changeNoticeSettings(new ChangeNoticeSettings.Command(PATIENT, kinds, times));
  }

  private NoticeSettings found() {
    return useCases.findSettings().findNoticeSettings(PATIENT);
  }

  @Test
  void showsWhatHoldsForSomebodyWhoHasNotChosen() {
    assertEquals(NoticeSettings.initial(Role.PATIENT), found());
  }

  @Test
  void changesTheGivenKindsAndKeepsTheOthers() {
    People.add(store.stores(), "d1", "p1");
    change(Map.of(NoticeKind.VISIT_MOVED, NOWHERE), 90);
    NoticeSettings changed = change(Map.of(NoticeKind.MISSED_CALL, NOWHERE));
    assertEquals(changed, found());
    assertEquals(NOWHERE, found().channels(NoticeKind.VISIT_MOVED));
    assertEquals(NOWHERE, found().channels(NoticeKind.MISSED_CALL));
    assertEquals(NoticeChannels.ALL, found().channels(NoticeKind.VISIT_CANCELLED));
    assertEquals(List.of(90), found().reminderMinutes());
    assertEquals(List.of(5), change(Map.of(), 5).reminderMinutes());
  }
}
