package io.healthconnect.sqlite.doctor;

import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** Reads doctors from rows. */
final class DoctorRows {
  private DoctorRows() {}

  /** Reads a row of {@code doctor} joined with {@code account}. */
  static DoctorListing listing(
      Row row, Map<String, WeeklySchedule> weeks, Map<String, Map<LocalDate, DayOverride>> dates)
      throws SQLException {
    String id = row.text("id");
    return new DoctorListing(
        new Doctor(
            DoctorId.of(id),
            new DoctorProfile(
                row.text("specialization"),
                row.smallNumber("experience"),
                row.text("qualification"),
                row.text("about"),
                row.optionalText("contact_number"),
                ZoneId.of(row.text("time_zone")),
                Languages.of(row.text("languages"))),
            new BookingRules(
                row.smallNumber("slot_minutes"),
                row.smallNumber("buffer_minutes"),
                row.smallNumber("minimum_notice_minutes"),
                row.smallNumber("horizon_days"),
                row.flag("auto_confirm"),
                row.flag("calls_anytime"),
                row.flag("quiet")),
            weeks.getOrDefault(id, WeeklySchedule.EMPTY),
            dates.getOrDefault(id, Map.of()),
            row.number("version")),
        PersonName.restore(row.text("name")),
        row.optionalText("avatar").map(MediaId::new),
        new Rating(row.number("rating_sum"), row.number("rating_count")),
        visibility(row));
  }

  private static Visibility visibility(Row row) throws SQLException {
    if (!row.flag("listed")) {
      return Visibility.HIDDEN;
    }
    return row.flag("verified") ? Visibility.VERIFIED : Visibility.LISTED;
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
