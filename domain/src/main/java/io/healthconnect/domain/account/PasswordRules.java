package io.healthconnect.domain.account;

/** Recognises passwords that attackers try first. */
@FunctionalInterface
public interface PasswordRules {
  /**
   * @return true if the password is too common, or is little more than the person's own name or
   *     e-mail address
   */
  boolean isGuessable(Password password, PersonName name, Email email);
}
