package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher.Verdict;
import io.healthconnect.domain.account.Requester;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BcryptPasswordHasherTest {
  private final BcryptPasswordHasher hasher = new BcryptPasswordHasher(4, 8);

  @AfterEach
  void close() {
    hasher.close();
  }

  static String[][] pairs() {
    String long72 = "0123456789".repeat(7) + "ab";
    String emoji = "\uD83D\uDE00".repeat(18);
    return new String[][] {
      {long72 + "x", long72 + "y"},
      {long72, long72 + "y"},
      {long72.substring(1) + "x", long72.substring(1) + "y"},
      {"a".repeat(127) + "b", "a".repeat(128)},
      {emoji + "x", emoji + "y"},
      {"\u00e9".repeat(36) + "x", "\u00e9".repeat(36) + "y"},
      {"abcdefgh", "abcdefgh\0abcdefgh"},
      {"abcdefgh", "abcdefgh\0"},
      {"aaaaaaa\uD800", "aaaaaaa\uD801"},
      {"aaaaaaa\uD800", "aaaaaaa?"},
      {"Password", "password"},
      {"password ", " password"},
    };
  }

  /** G-07. */
  @ParameterizedTest
  @MethodSource("pairs")
  void tellsPasswordsApart(String one, String other) {
    Optional<PasswordHash> hash = hasher.hash(new Password(one), Requester.UNKNOWN);
    assertTrue(hash.isPresent());
    assertEquals(Verdict.MATCH, hasher.verify(new Password(one), hash, Requester.UNKNOWN));
    assertEquals(Verdict.MISMATCH, hasher.verify(new Password(other), hash, Requester.UNKNOWN));
  }

  @Test
  void neverMakesTheSameHashTwice() {
    Password password = new Password("correct horse");
    assertNotEquals(
        hasher.hash(password, Requester.UNKNOWN), hasher.hash(password, Requester.UNKNOWN));
  }

  @Test
  void usesTheCostOfTheSetting() {
    String hash =
        hasher
            .hash(new Password("correct horse"), Requester.UNKNOWN)
            .map(PasswordHash::value)
            .orElse("");
    assertTrue(hash.startsWith("$2a$04$"));
    assertEquals(60, hash.length());
  }

  @Test
  void matchesNothingWhenThereIsNoHash() {
    assertEquals(
        Verdict.MISMATCH,
        hasher.verify(new Password("any password"), Optional.empty(), Requester.UNKNOWN));
  }

  @Test
  void matchesNothingWhenTheHashIsDamaged() {
    Optional<PasswordHash> damaged = Optional.of(new PasswordHash("$2a$04$short"));
    assertEquals(
        Verdict.MISMATCH, hasher.verify(new Password("any password"), damaged, Requester.UNKNOWN));
  }

  @Test
  void checksTheDummyWithAllItsRounds() {
    // bcrypt would refuse a malformed dummy without any work, so the dummy must be well-formed.
    for (int cost : new int[] {4, 12}) {
      String dummy = BcryptPasswordHasher.dummy(cost).value();
      var result =
          at.favre.lib.crypto.bcrypt.BCrypt.verifyer()
              .verify("x".toCharArray(), dummy.toCharArray());
      assertTrue(result.validFormat);
      assertEquals(cost, result.details.cost);
    }
  }

  /** Counts the rounds that were computed. */
  private static final class Counting implements BcryptPasswordHasher.Algorithm {
    private long rounds;

    @Override
    public byte[] hash(byte[] digest) {
      return new byte[0];
    }

    @Override
    public boolean matches(byte[] digest, byte[] hash) {
      rounds += 1L << Integer.parseInt(new String(hash, 4, 2, StandardCharsets.US_ASCII));
      return false;
    }
  }

  /** G-04. */
  @Test
  void anAccountWithAnOlderCostTakesAsLongAsNone() {
    for (int stored : new int[] {4, 9, 10, 12, 13}) {
      Counting counting = new Counting();
      try (BcryptPasswordHasher counted = new BcryptPasswordHasher(12, 1, counting)) {
        Optional<PasswordHash> old = Optional.of(BcryptPasswordHasher.dummy(stored));
        counted.verify(new Password("any password"), old, Requester.UNKNOWN);
        long known = counting.rounds;
        counted.verify(new Password("any password"), Optional.empty(), Requester.UNKNOWN);
        assertEquals(known, counting.rounds - known, "cost " + stored);
        assertEquals(1L << Math.max(12, stored), known);
        assertEquals(stored < 12, counted.needsRehash(old.orElseThrow()));
      }
    }
  }
}
