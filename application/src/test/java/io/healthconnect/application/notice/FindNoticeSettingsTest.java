package io.healthconnect.application.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindNoticeSettingsTest {
  private final InMemoryStore store = new InMemoryStore();
  private final FindNoticeSettings find =
      NoticeUses.of(store, SettableClock.at("2026-03-02T07:00:00Z")).findSettings();

  private NoticeSettings of(Role role) {
    return find.findNoticeSettings(new Actor(new AccountId("a1"), role, new SessionId("s1")));
  }

  @Test
  void remindsPatientsAloneUntilSomebodyHasChosen() {
    assertEquals(List.of(1_440, 60), of(Role.PATIENT).reminderMinutes());
    assertEquals(List.of(), of(Role.DOCTOR).reminderMinutes());
  }
}
