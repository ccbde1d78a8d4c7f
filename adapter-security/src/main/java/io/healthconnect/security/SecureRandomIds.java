package io.healthconnect.security;

import io.healthconnect.domain.IdGenerator;
import java.security.SecureRandom;

/** Identifiers from the system's secure random source. Thread-safe. */
public final class SecureRandomIds implements IdGenerator {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 26;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String next() {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    StringBuilder id = new StringBuilder(LENGTH);
    for (byte b : bytes) {
      id.append(ALPHABET.charAt(b & 31));
    }
    return id.toString();
  }
}
