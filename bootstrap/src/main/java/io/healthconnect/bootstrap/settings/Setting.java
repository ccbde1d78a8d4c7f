package io.healthconnect.bootstrap.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * One setting, as a row of the table of settings. Compared by identity, because it is also the
 * typed key of its value.
 */
public final class Setting<T> {
  private final String name;
  private final SettingType<T> kind;
  private final String shownDefault;
  private final T defaultValue;
  private final boolean secret;
  private final String meaning;

  private Setting(
      String name,
      SettingType<T> kind,
      String shownDefault,
      T defaultValue,
      boolean secret,
      String meaning) {
    this.name = name;
    this.kind = kind;
    this.shownDefault = shownDefault;
    this.defaultValue = defaultValue;
    this.secret = secret;
    this.meaning = meaning;
  }

  /** A setting whose default has the same form as its value. */
  static <T> Setting<T> of(String name, SettingType<T> kind, String defaultText, String meaning) {
    return new Setting<>(name, kind, defaultText, kind.parse(defaultText), false, meaning);
  }

  /** An optional setting; {@code unless} says what happens if it is unset. */
  static <T> Setting<Optional<T>> optional(
      String name, SettingType<T> kind, String unless, String meaning) {
    return new Setting<>(name, kind.orUnset(), unless, Optional.empty(), false, meaning);
  }

  /** Like {@link #optional}, with a value that is never shown. */
  static <T> Setting<Optional<T>> secret(
      String name, SettingType<T> kind, String unless, String meaning) {
    return new Setting<>(name, kind.orUnset(), unless, Optional.empty(), true, meaning);
  }

  /** The name of the environment variable. */
  public String name() {
    return name;
  }

  /** The flag on the command line, without its value. */
  public String flag() {
    return "--" + name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String allowed() {
    return kind.allowed();
  }

  public String shownDefault() {
    return shownDefault;
  }

  public String meaning() {
    return meaning;
  }

  public boolean isSecret() {
    return secret;
  }

  T defaultValue() {
    return defaultValue;
  }

  T parse(String text) {
    return kind.parse(text);
  }

  @Override
  public String toString() {
    return name;
  }
}
