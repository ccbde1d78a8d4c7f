package io.healthconnect.bootstrap.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The flags that are no settings. All but {@code --demo} do one thing and end. */
enum Option {
  DEMO("", "fill an empty store with sample people and appointments"),
  CHECK("", "look for damage in what is stored, beside a running server or without one"),
  BACKUP("FILE", "copy the SQLite store into a new file, beside a running server or without one"),
  RESET_LINK("EMAIL", "print a one-time link with which the person sets a new password"),
  CREATE_ADMIN(
      "EMAIL", "make an account for an admin, and print a one-time link to set a password"),
  REMOVE_SECOND_FACTOR(
      "EMAIL", "remove the second factor of somebody who has lost it, and log the person out");

  private final String value;
  private final String meaning;

  Option(String value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  static @Nullable Option of(String flag) {
    for (Option option : values()) {
      if (option.flag().equals(flag)) {
        return option;
      }
    }
    return null;
  }

  String flag() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As it is typed, with a word for its value. */
  String usage() {
    return hasValue() ? flag() + ' ' + value : flag();
  }

  boolean hasValue() {
    return !value.isEmpty();
  }

  String meaning() {
    return meaning;
  }
}
