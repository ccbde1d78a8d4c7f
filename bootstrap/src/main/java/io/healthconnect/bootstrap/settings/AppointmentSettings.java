package io.healthconnect.bootstrap.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Limits on one person's appointments and their changes. None can be switched off. */
public final class AppointmentSettings {
  private static final List<Setting<?>> ROWS = new ArrayList<>();
  static final List<Setting<?>> ALL = Collections.unmodifiableList(ROWS);

  public static final Setting<Integer> OPEN =
      limit(
          "OPEN_APPOINTMENTS", 1_000_000, 20, "appointments of one patient that have not started");
  public static final Setting<Integer> OPEN_PER_DOCTOR =
      limit(
          "OPEN_APPOINTMENTS_PER_DOCTOR",
          1_000_000,
          5,
          "appointments of one patient with one doctor that have not started");
  public static final Setting<Integer> MOVES =
      limit("MOVES_PER_APPOINTMENT", 1_000_000, 10, "how often one appointment can be rescheduled");
  public static final Setting<Integer> NOTE_VERSIONS =
      limit(
          "NOTE_VERSIONS",
          1_000_000,
          100,
          "versions of the notes on one appointment; notes that save themselves are one version"
              + " for 10 minutes");
  public static final Setting<Integer> CHANGES_BURST =
      limit(
          "APPOINTMENT_CHANGES_BURST",
          1_000_000,
          60,
          "burst of bookings and changes of appointments by one user");
  public static final Setting<Integer> CHANGES_PER_MINUTE =
      limit(
          "APPOINTMENT_CHANGES_PER_MINUTE",
          1_000_000,
          60,
          "bookings and changes of appointments by one user, on average");
  public static final Setting<Integer> HOLDS_BURST =
      limit("HOLDS_BURST", 1_000_000, 30, "burst of slots that one patient asks to hold");
  public static final Setting<Integer> HOLDS_PER_MINUTE =
      limit("HOLDS_PER_MINUTE", 1_000_000, 10, "slots that one patient asks to hold, on average");

  private AppointmentSettings() {}

  private static Setting<Integer> limit(String suffix, int most, int normal, String meaning) {
    Setting<Integer> setting =
        Setting.of(
            "LIMIT_" + suffix, SettingType.number(1, most), Integer.toString(normal), meaning);
    ROWS.add(setting);
    return setting;
  }
}
