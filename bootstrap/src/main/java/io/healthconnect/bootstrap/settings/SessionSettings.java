package io.healthconnect.bootstrap.settings;

import java.util.List;
import java.util.Optional;

/** How people stay signed in. */
public final class SessionSettings {
  public static final Setting<Optional<String>> JWT_SECRET =
      Setting.secret(
          "JWT_SECRET",
          SigningSecret.kind(),
          "unset: made at first start, kept in DATA_DIR/jwt-secret",
          "signs sessions; required with MONGODB_URI");
  public static final Setting<Integer> SESSION_DAYS =
      Setting.of("SESSION_DAYS", Kind.number(1, 30), "7", "days until one must sign in again");
  public static final Setting<Integer> BCRYPT_COST =
      Setting.of(
          "BCRYPT_COST",
          Kind.number(4, 16),
          "12",
          "work factor of password hashing; below 10 for tests only");

  static final List<Setting<?>> ALL = List.of(JWT_SECRET, SESSION_DAYS, BCRYPT_COST);

  private SessionSettings() {}
}
