package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers see of a reviewer's name. */
class PublicNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann Lee|Ann",
        "Ann|Ann",
        "Dr. Ann Lee|Ann",
        "Dr Ann Lee|Ann",
        "DR. Ann Lee|Ann",
        "Prof. Dr. med. Ann Lee|Ann",
        "Dra. Ana María López|Ana",
        "Herr Max Weber|Max",
        "Dr. Lee|L…",
        "Mrs Lee|L…",
        "Dr.|D…",
        "J. R. Tolkien|J.",
        "Lee, Ann|Ann",
        "Ann Lee, MD|Ann",
        "王小明|王…",
        "김철수|김…",
        "欧阳 娜娜|欧阳",
        "ジョン・スミス|ジョン",
        "やまだ|や…",
        "Zoë|Zoë",
        "रोहित शर्मा|रोहित",
        "علی‌رضا محمدی|علی‌رضا",
        "𠮷田太郎|𠮷…"
      })
  void showsTheFirstNameOnly(String name, String shown) {
    assertEquals(shown, new PersonName(name).first());
  }

  @Test
  void aStoredNameThatShowsNothingCanBeRead() {
    assertEquals("\u2014", PersonName.restore("\u3164").value());
    assertEquals("Ann", PersonName.restore("Ann").value());
  }

  @Test
  void aFormerUserHasNoFirstName() {
    assertEquals("Former user", PersonName.FORMER.first());
  }
}
