package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
  @Test
  void emailsIgnoreCaseAndSpaceAround() {
    assertEquals(new Email("ann@example.org"), Email.parse(" Ann@Example.ORG "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@b.c",
        "a@",
        "a@b",
        "a@.c",
        "a@b.",
        "a@b@c.d",
        "a b@c.d",
        "a\u0000@b.c",
        "a\u202E@b.c",
        "<a@b.c>",
        "a@b.c,d@e.f",
        "a@b.c\nBcc:x"
      })
  void refusesWhatIsNotAnEmail(String text) {
    assertThrows(InvalidValueException.class, () -> Email.parse(text));
  }

  @Test
  void emailsHaveAtMost254Characters() {
    for (int length : new int[] {253, 254}) {
      assertEquals(length, Email.parse(email(length)).value().length());
    }
    assertThrows(InvalidValueException.class, () -> Email.parse(email(255)));
    assertThrows(InvalidValueException.class, () -> Email.parse(email(100_000)));
  }

  private static String email(int length) {
    return "a@" + "b".repeat(length - 4) + ".c";
  }

  @Test
  void nobodyCanGiveTheAddressOfAnErasedAccount() {
    String erased = Email.ofErased(new AccountId("A1")).value();
    assertEquals("a1@erased.invalid", erased);
    assertThrows(InvalidValueException.class, () -> Email.parse(erased));
    assertThrows(InvalidValueException.class, () -> Email.parse("x@Erased.INVALID"));
    assertEquals("x@not.erased.invalid", Email.parse("x@not.erased.invalid").value());
  }
}
