package io.healthconnect.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemindersTest {
  private static final NoticeSettings A_DAY_BEFORE = new NoticeSettings(Map.of(), List.of(1_440));

  private static ZonedDateTime reminderOf(String local, String zone) {
    ZoneId where = ZoneId.of(zone);
    Instant start = LocalDateTime.parse(local).atZone(where).toInstant();
    return Reminders.dueTimes(start, A_DAY_BEFORE, Instant.EPOCH).get(0).atZone(where);
  }

  @Test
  void aDayBeforeIs24HoursAcrossAChangeOfClocks() {
    assertEquals(
        LocalDateTime.parse("2027-03-13T09:00"),
        reminderOf("2027-03-14T10:00", "America/New_York").toLocalDateTime());
    assertEquals(
        LocalDateTime.parse("2027-11-06T11:00"),
        reminderOf("2027-11-07T10:00", "America/New_York").toLocalDateTime());
    assertEquals(
        LocalDateTime.parse("2027-10-02T09:30"),
        reminderOf("2027-10-03T10:00", "Australia/Lord_Howe").toLocalDateTime());
    assertEquals(
        LocalDateTime.parse("2027-06-01T10:00"),
        reminderOf("2027-06-02T10:00", "Asia/Kolkata").toLocalDateTime());
  }

  @Test
  void leavesOutWhatIsDueAlready() {
    Instant start = Instant.parse("2026-03-02T10:00:00Z");
    NoticeSettings settings = new NoticeSettings(Map.of(), List.of(120, 60, 10));
    assertEquals(
        List.of(Instant.parse("2026-03-02T09:50:00Z")),
        Reminders.dueTimes(start, settings, Instant.parse("2026-03-02T09:00:00Z")));
  }
}
