package io.healthconnect.testkit;

import io.healthconnect.domain.IdGenerator;
import java.util.Random;

/**
 * Identifiers of the real form (26 characters of {@code a-z2-7}) from a seed, so that a run can be
 * repeated.
 */
public final class RandomIds implements IdGenerator {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private final Random random;

  public RandomIds(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public synchronized String next() {
    StringBuilder id = new StringBuilder(26);
    for (int i = 0; i < 26; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }
}
