package io.healthconnect.bootstrap.settings;

import java.util.List;
import java.util.Optional;

/** Settings of accounts, sessions and passwords. */
public final class SessionSettings {
  public static final Setting<Optional<String>> JWT_SECRET =
      Setting.secret(
          "JWT_SECRET",
          SigningSecret.kind(),
          "unset: generated at the first start, stored in DATA_DIR/jwt-secret",
          "signs sessions; required with MONGODB_URI");
  public static final Setting<Integer> SESSION_DAYS =
      Setting.of("SESSION_DAYS", SettingType.number(1, 30), "7", "days until a session expires");
  public static final Setting<Integer> BCRYPT_COST =
      Setting.of(
          "BCRYPT_COST",
          SettingType.number(4, 16),
          "12",
          "work factor of password hashing; below 10 only for tests");

  public static final Setting<Optional<Boolean>> DOCTOR_APPROVAL =
      Setting.optional(
          "DOCTOR_APPROVAL",
          SettingType.oneOf("required", "off"),
          "unset: required with PUBLIC_URL, else off",
          "whether new doctors are found and booked only after an admin has approved them");

  public static final Setting<Integer> RETENTION_YEARS =
      Setting.of(
          "RETENTION_YEARS",
          SettingType.number(1, 100),
          "10",
          "years for which the audit log, and appointments, messages and call records of erased"
              + " accounts, are kept");

  static final List<Setting<?>> ALL =
      List.of(JWT_SECRET, SESSION_DAYS, BCRYPT_COST, DOCTOR_APPROVAL, RETENTION_YEARS);

  private SessionSettings() {}
}
