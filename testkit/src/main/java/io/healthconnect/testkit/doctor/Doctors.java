package io.healthconnect.testkit.doctor;

import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.Language;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Valid doctors. */
public final class Doctors {
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private Doctors() {}

  /** A cardiologist in Berlin, open Monday to Friday from 9 to 17. */
  public static Doctor valid(String id) {
    return practising(id, "Cardiology", 12, "MD, FACC");
  }

  public static Doctor practising(
      String id, String specialization, int experience, String qualification) {
    return new Doctor(
        DoctorId.of(id),
        new DoctorProfile(
            specialization,
            experience,
            qualification,
            "Hearts.\nAnd more.",
            Optional.empty(),
            ZONE),
        BookingRules.DEFAULT,
        weekdays(window("09:00", "17:00")),
        Map.of(),
        1);
  }

  /** The same doctor, who speaks these languages. */
  public static Doctor speaking(Doctor doctor, String... tags) {
    DoctorProfile profile = doctor.profile();
    return doctor.withProfile(
        new DoctorProfile(
            profile.specialization(),
            profile.experience(),
            profile.qualification(),
            profile.about(),
            profile.contactNumber(),
            profile.timeZone(),
            Stream.of(tags).map(Language::new).toList()));
  }

  /** A doctor with a value in every field. */
  public static Doctor complete(String id) {
    Doctor doctor = valid(id);
    return new Doctor(
        doctor.id(),
        new DoctorProfile(
            "Née – 心臓",
            0,
            "",
            "",
            Optional.of("+49 30 1234"),
            ZoneId.of("Asia/Kathmandu"),
            List.of(new Language("ne"), new Language("fil"), new Language("en"))),
        BookingRules.DEFAULT
            .withSlotMinutes(20)
            .withBufferMinutes(10)
            .withMinimumNoticeMinutes(120)
            .withHorizonDays(90)
            .withAutoConfirm(true)
            .withCallsAnytime(true)
            .withQuiet(true),
        new WeeklySchedule(
            Map.of(
                DayOfWeek.MONDAY,
                List.of(window("08:00", "12:00"), window("21:00", "03:00")),
                DayOfWeek.SUNDAY,
                List.of(window("00:00", "00:00")))),
        Map.of(
            LocalDate.parse("2026-03-02"),
            new DayOverride(LocalDate.parse("2026-03-02"), true, List.of()),
            LocalDate.parse("2026-03-07"),
            new DayOverride(
                LocalDate.parse("2026-03-07"),
                false,
                List.of(window("10:00", "11:00"), window("12:00", "13:30")))),
        1);
  }

  public static Window window(String start, String end) {
    return new Window(LocalTime.parse(start), LocalTime.parse(end));
  }

  public static WeeklySchedule weekdays(Window... windows) {
    Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= 5) {
        week.put(day, List.of(windows));
      }
    }
    return new WeeklySchedule(week);
  }
}
