package io.healthconnect.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeSettingsTest {
  private static NoticeSettings with(Integer... minutes) {
    return new NoticeSettings(Map.of(), List.of(minutes));
  }

  private static Code refused(Integer... minutes) {
    return assertThrows(InvalidValueException.class, () -> with(minutes)).code();
  }

  @Test
  void remindsPatientsADayAndAnHourBeforeUnlessTheyChoose() {
    assertEquals(List.of(1_440, 60), NoticeSettings.initial(Role.PATIENT).reminderMinutes());
    assertEquals(List.of(), NoticeSettings.initial(Role.DOCTOR).reminderMinutes());
    assertEquals(List.of(), NoticeSettings.initial(Role.ADMIN).reminderMinutes());
  }

  @Test
  void sendsEveryKindEverywhereUnlessOneChooses() {
    NoticeChannels pushOnly = new NoticeChannels(false, true);
    NoticeSettings settings =
        new NoticeSettings(Map.of(NoticeKind.MISSED_CALL, pushOnly), List.of());
    assertEquals(EnumSet.allOf(NoticeKind.class), settings.kinds().keySet());
    assertEquals(pushOnly, settings.channels(NoticeKind.MISSED_CALL));
    assertEquals(NoticeChannels.ALL, settings.channels(NoticeKind.VISIT_MOVED));
  }

  @Test
  void hasTheLongestReminderFirst() {
    assertEquals(List.of(2_880, 60, 5), with(60, 5, 2_880).reminderMinutes());
  }

  @Test
  void takesFiveReminderTimesThatDiffer() {
    assertEquals(List.of(40_320, 9, 8, 7, 5), with(5, 7, 8, 9, 40_320).reminderMinutes());
    assertEquals(Code.TOO_LONG, refused(5, 6, 7, 8, 9, 10));
    assertEquals(Code.OUT_OF_RANGE, refused(4));
    assertEquals(Code.OUT_OF_RANGE, refused(40_321));
    assertEquals(Code.DUPLICATE, refused(60, 60));
  }

  @Test
  void stopsTheMailsOfAKindAndLeavesTheRest() {
    NoticeSettings before =
        new NoticeSettings(
            Map.of(NoticeKind.VISIT_MOVED, new NoticeChannels(true, false)), List.of(60));
    NoticeSettings after = before.withoutMails(NoticeKind.VISIT_MOVED);
    assertEquals(new NoticeChannels(false, false), after.channels(NoticeKind.VISIT_MOVED));
    assertEquals(NoticeChannels.ALL, after.channels(NoticeKind.VISIT_CANCELLED));
    assertEquals(List.of(60), after.reminderMinutes());
    assertEquals(
        new NoticeChannels(false, true),
        before.withoutMails(NoticeKind.MISSED_CALL).channels(NoticeKind.MISSED_CALL));
  }

  @Test
  void changesSomeKindsAndTheTimes() {
    NoticeSettings before = NoticeSettings.initial(Role.PATIENT);
    NoticeChannels nowhere = new NoticeChannels(false, false);
    NoticeSettings after = before.with(Map.of(NoticeKind.VISIT_MOVED, nowhere), List.of(5));
    assertEquals(nowhere, after.channels(NoticeKind.VISIT_MOVED));
    assertEquals(NoticeChannels.ALL, after.channels(NoticeKind.NEW_MESSAGE));
    assertEquals(List.of(5), after.reminderMinutes());
  }
}
