package io.healthconnect.application.account;

import java.time.Duration;

/**
 * How guessing of one account's password is slowed down.
 *
 * @param freeFailures wrong passwords in a row that cost nothing; from this many on each next try
 *     has to wait 2, 4, 8 … seconds
 * @param longestWait the longest of those waits; nobody is ever locked out for good
 */
public record PasswordGuessing(int freeFailures, Duration longestWait) {
  public static final PasswordGuessing DEFAULT = new PasswordGuessing(5, Duration.ofMinutes(15));
}
