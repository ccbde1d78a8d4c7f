package io.healthconnect.domain.account;

import io.healthconnect.domain.Text;

/** A person's name as others see it: one line of at most 100 characters, normalised to NFC. */
public record PersonName(String value) {
  private static final int MAX_LENGTH = 100;

  public PersonName {
    value = Text.line("name", value, MAX_LENGTH);
  }

  /** The part before the first space, which is all that strangers see under a review. */
  public String first() {
    int space = value.indexOf(' ');
    return space < 0 ? value : value.substring(0, space);
  }
}
