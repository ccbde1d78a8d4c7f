package io.healthconnect.domain.outbox;

import java.time.Duration;

/** The mails about access to an account. They are sent whatever the person's notice settings. */
public enum AccountMailKind {
  /** Holds a link for a new password. */
  PASSWORD_RESET("password_reset", Duration.ofHours(1)),
  /** Holds a link that confirms the address of the account. */
  EMAIL_CONFIRMATION("email_confirmation", Duration.ofHours(1)),
  /** Holds a link that confirms a new address. */
  EMAIL_CHANGE("email_change", Duration.ofHours(1)),
  /** Tells the former address that another has taken its place. */
  EMAIL_CHANGED("email_changed", Duration.ofDays(1));

  private final String code;
  private final Duration life;

  AccountMailKind(String code, Duration life) {
    this.code = code;
    this.life = life;
  }

  public String code() {
    return code;
  }

  /** How long after it was asked for a mail is still worth sending. */
  public Duration life() {
    return life;
  }

  /**
   * @throws IllegalArgumentException if no kind has the code
   */
  public static AccountMailKind restore(String code) {
    for (AccountMailKind kind : values()) {
      if (kind.code.equals(code)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("not a kind of mail");
  }
}
