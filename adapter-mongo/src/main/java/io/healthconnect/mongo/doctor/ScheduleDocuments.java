package io.healthconnect.mongo.doctor;

import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.mongo.db.DocumentFields;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;

/** Maps weekly windows and dated overrides to parts of a doctor's document. */
final class ScheduleDocuments {
  private ScheduleDocuments() {}

  static List<Document> documents(WeeklySchedule schedule) {
    return schedule.windows().entrySet().stream()
        .map(
            day ->
                new Document("day", day.getKey().name().toLowerCase(Locale.ROOT))
                    .append("windows", windows(day.getValue())))
        .toList();
  }

  static WeeklySchedule schedule(List<Document> days) {
    Map<DayOfWeek, List<Window>> windows = new EnumMap<>(DayOfWeek.class);
    days.forEach(
        day ->
            windows.put(
                DayOfWeek.valueOf(DocumentFields.text(day, "day").toUpperCase(Locale.ROOT)),
                windowsOf(day)));
    return new WeeklySchedule(windows);
  }

  static List<Document> documents(Collection<DayOverride> overrides) {
    return overrides.stream()
        .map(
            override ->
                new Document("date", override.date().toString())
                    .append("timeOff", override.timeOff())
                    .append("windows", windows(override.windows())))
        .toList();
  }

  static Map<LocalDate, DayOverride> overrides(List<Document> documents) {
    Map<LocalDate, DayOverride> overrides = new HashMap<>();
    for (Document document : documents) {
      LocalDate date = LocalDate.parse(DocumentFields.text(document, "date"));
      overrides.put(
          date,
          new DayOverride(date, DocumentFields.flag(document, "timeOff"), windowsOf(document)));
    }
    return overrides;
  }

  private static List<Document> windows(List<Window> windows) {
    return windows.stream()
        .map(
            window ->
                new Document("startTime", window.startTime().toString())
                    .append("endTime", window.endTime().toString()))
        .toList();
  }

  private static List<Window> windowsOf(Document document) {
    return DocumentFields.parts(document, "windows").stream()
        .map(
            window ->
                new Window(
                    LocalTime.parse(DocumentFields.text(window, "startTime")),
                    LocalTime.parse(DocumentFields.text(window, "endTime"))))
        .toList();
  }
}
