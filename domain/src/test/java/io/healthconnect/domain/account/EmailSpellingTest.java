package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import java.net.IDN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling of a mailbox gives one address. */
class EmailSpellingTest {
  @ParameterizedTest
  @CsvSource({
    "ann@xn--bcher-kva.example, ann@bücher.example",
    "ann@XN--BCHER-KVA.example, ann@bücher.example",
    "ann@BÜCHER.example, ann@bücher.example",
    "ann@xn--fa-hia.de, ann@faß.de",
    "ann@xn--fiqs8s.xn--fiqs8s, ann@中国.中国",
    "ann@例え。テスト, ann@例え.テスト",
    "ann@xn--r8jz45g.xn--zckzah, ann@例え.テスト",
    "ann@xn--80ak6aa92e.com, ann@аррӏе.com",
    "ann＠example.com, ann@example.com",
    "ann@ｅｘａｍｐｌｅ.com, ann@example.com",
    "ann@sub.xn--bcher-kva.example, ann@sub.bücher.example"
  })
  void theDomainIsTheSameInUnicodeAndInPunycode(String typed, String address) {
    assertEquals(address, Email.parse(typed).value());
    assertEquals(Email.parse(address), Email.parse(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00A0ann@example.org\u00A0", "ann@example.org\u200B", "\uFEFFann@example.org",
        "\u202Aann@example.org\u202C", "ann@example.org\u3000\t\n", "\u200Eann@example.org\u200F",
        "ANN@EXAMPLE.ORG"
      })
  void marksAndSpacesAroundItAreDropped(String typed) {
    assertEquals(new Email("ann@example.org"), Email.parse(typed));
  }

  @Test
  void bothNormalisationsAreOneAddress() {
    assertEquals(
        Email.parse("zo\u00EB@b\u00FCcher.example"), Email.parse("zoe\u0308@bu\u0308cher.example"));
    assertEquals(
        "ZO\u00CB@x.org".toLowerCase(java.util.Locale.ROOT),
        Email.parse("ZOE\u0308@x.org").value());
  }

  @Test
  void otherDomainsStayOthers() {
    assertNotEquals(Email.parse("ann@fa\u00DF.de"), Email.parse("ann@fass.de"));
    assertNotEquals(Email.parse("ann@\u0430pple.com"), Email.parse("ann@apple.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@xn--.org", "ann@xn--a.org", "ann@xn--999999999.org", "ann@xn--a-ecp.ru\u0000",
        "ann@xn---.org", "a\u200Bnn@example.org", "ann@exa\u00A0mple.org", "ann@\u3002org"
      })
  void refusesWhatEncodesNothing(String typed) {
    assertThrows(InvalidValueException.class, () -> Email.parse(typed));
  }

  /** The oracle is Java's encoder, for labels on which IDNA 2003 and 2008 agree. */
  @Test
  void decodesWhatJavaEncodes() {
    String letters = "abcxyz059\u00E9\u00FC\u0142\u0436\u044F\u4E2D\u660E\u0915\u0E01";
    java.util.Random random = new java.util.Random(1);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder label = new StringBuilder("a");
      int length = 1 + random.nextInt(12);
      for (int k = 0; k < length; k++) {
        label.append(letters.charAt(random.nextInt(letters.length())));
      }
      String encoded = IDN.toASCII(label.toString());
      if (encoded.startsWith("xn--") && encoded.length() <= 63) {
        assertEquals("ann@" + label + ".org", Email.parse("ann@" + encoded + ".org").value());
      }
    }
  }
}
