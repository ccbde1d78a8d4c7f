package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nulabinc.zxcvbn.StandardDictionaries;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZxcvbnPasswordRulesTest {
  private static final PersonName NAME = new PersonName("Mar\u00eda del Carmen Silva");
  private static final Email EMAIL = Email.parse("carmen.silva77@example.org");
  private static final ZxcvbnPasswordRules RULES = new ZxcvbnPasswordRules();

  private static boolean guessable(String password) {
    return RULES.isGuessable(new Password(password), NAME, EMAIL);
  }

  /** G-07. */
  @Test
  void refusesTheTop3000OfThoseLongEnough() throws Exception {
    List<String> longEnough =
        StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
            .filter(password -> password.length() >= 8)
            .toList();
    assertEquals(3000, longEnough.stream().limit(3000).filter(p -> guessable(p)).count());
    assertTrue(longEnough.size() > 3000);
    assertFalse(guessable(longEnough.get(3000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PASSWORD",
        "PassWord1",
        "12345678",
        "healthconnect",
        "HealthConnect!",
        "Health-Connect-2026",
        "healthconnecthealthconnect",
        "connect123456",
        "carmen.silva77",
        "CarmenSilva1990",
        "silva-silva-silva",
        "mar\u00edacarmen!!!",
        "c.a.r.m.e.n.1",
        "silva12345",
      })
  void refusesWhatAttackersTryFirst(String password) {
    assertTrue(guessable(password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "silvaplana lake at dawn",
        "q8Zr!mVx2",
        "a healthy connection of mine",
        "\u5b89\u5168\u306a\u5408\u8a00\u8449\u3067\u3059\u3088",
      })
  void acceptsOthers(String password) {
    assertFalse(guessable(password));
  }

  @Test
  void allowsAPasswordThatContainsAShortName() {
    assertFalse(
        RULES.isGuessable(
            new Password("anvil-otter-83"), new PersonName("Li"), Email.parse("a@example.org")));
  }

  @Test
  void answersSoonWhateverTheLength() {
    PersonName name = new PersonName("ab ".repeat(33) + "c");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (int i = 0; i < 1000; i++) {
            RULES.isGuessable(new Password("ab1 ".repeat(32)), name, EMAIL);
          }
        });
  }
}
