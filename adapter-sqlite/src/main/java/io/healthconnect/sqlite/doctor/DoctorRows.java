package io.healthconnect.sqlite.doctor;

import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** Doctors from rows. */
final class DoctorRows {
  private DoctorRows() {}

  /** A row of {@code doctor} joined with {@code account}. */
  static DoctorListing listing(
      Row row, Map<String, WeeklySchedule> weeks, Map<String, Map<LocalDate, DayOverride>> dates)
      throws SQLException {
    String id = row.text("id");
    return new DoctorListing(
        new Doctor(
            DoctorId.of(id),
            row.text("specialization"),
            row.smallNumber("experience"),
            row.text("qualification"),
            row.text("about"),
            row.optionalText("contact_number"),
            ZoneId.of(row.text("time_zone")),
            new BookingRules(
                row.smallNumber("slot_minutes"),
                row.smallNumber("buffer_minutes"),
                row.smallNumber("minimum_notice_minutes"),
                row.smallNumber("horizon_days"),
                row.flag("auto_confirm")),
            weeks.getOrDefault(id, WeeklySchedule.EMPTY),
            dates.getOrDefault(id, Map.of()),
            row.number("version")),
        new PersonName(row.text("name")),
        row.optionalText("avatar").map(MediaId::new),
        new Rating(row.number("rating_sum"), row.number("rating_count")));
  }

  static Window window(Row row) throws SQLException {
    return new Window(time(row.number("start_minute")), time(row.number("end_minute")));
  }

  static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private static LocalTime time(long minute) {
    return LocalTime.ofSecondOfDay(minute * 60);
  }
}
