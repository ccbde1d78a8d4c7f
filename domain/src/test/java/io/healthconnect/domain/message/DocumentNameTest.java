package io.healthconnect.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;

class DocumentNameTest {
  private static String named(String text) {
    return new DocumentName(text).value();
  }

  @Test
  void endsInPdf() {
    assertEquals("Blood test.pdf", named("Blood test"));
    assertEquals("Blood test.PDF", named(" Blood  test.PDF "));
    assertEquals("report.pdf.exe.pdf", named("report.pdf.exe"));
    assertEquals("\u5831\u544a.pdf", named("\u5831\u544a.pdf"));
    assertEquals("document.pdf", DocumentName.UNNAMED.value());
  }

  @Test
  void isAFileNameAndNoPath() {
    assertEquals(".._.._etc_passwd.pdf", named("../../etc/passwd"));
    assertEquals("C__x_y.pdf", named("C:\\x|y.pdf"));
    assertEquals("_a__b__.pdf", named("<a?*b\">"));
  }

  @Test
  void staysTheSameWhenItIsReadAgain() {
    for (String text : new String[] {"a/b", "x".repeat(116), "\u0627\u0644.pdf"}) {
      assertEquals(named(text), named(named(text)));
    }
  }

  /** A name must not look like another one, as with a mark that turns the direction of its end. */
  @Test
  void hasOneLineThatLooksLikeWhatItIs() {
    for (String text :
        new String[] {"", " ", "\u200b", "a\nb\0.pdf", "invoice\u202efdp.exe", "x".repeat(117)}) {
      assertThrows(InvalidValueException.class, () -> named(text), text);
    }
  }
}
