package io.healthconnect.domain.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PdfFileTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isPdf(String text) {
    return PdfFile.of(bytes(text)).isPresent();
  }

  @Test
  void takesAWholePdfAsItIs() {
    byte[] upload = bytes("%PDF-1.7\n\u00e2\u00e3 1 0 obj\n%%EOF");
    PdfFile file = PdfFile.of(upload).orElseThrow();
    assertSame(upload, file.bytes());
    assertEquals(MediaType.PDF, file.type());
    assertEquals("PdfFile[" + upload.length + "]", file.toString());
  }

  /** Writers add line ends, and some add zeros; readers look in the last 1,024 bytes. */
  @Test
  void findsTheEndInTheLastBytes() {
    assertEquals(true, isPdf("%PDF-2.0 %%EOF" + "\0".repeat(1024 - 5)));
    assertEquals(false, isPdf("%PDF-2.0 %%EOF" + "\0".repeat(1024 - 4)));
    assertEquals(true, isPdf("%PDF-%%EOF"));
  }

  /** U-03: files that are something else, or something else too. */
  @Test
  void u03RefusesEverythingElse() {
    for (String text :
        new String[] {
          "",
          "%",
          "%PDF-",
          "%PDF-1.7 and then the connection broke",
          " %PDF-1.7 %%EOF",
          "<script>alert(1)</script>%PDF-1.7 %%EOF",
          "PK\3\4%PDF-1.7 %%EOF",
          "%pdf-1.7 %%EOF",
          "%PDF-1.7 %%EO",
          "%%EOF"
        }) {
      assertFalse(isPdf(text), text);
    }
  }
}
