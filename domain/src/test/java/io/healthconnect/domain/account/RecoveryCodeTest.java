package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {
  private static List<RecoveryCode> create() {
    AtomicInteger last = new AtomicInteger();
    return RecoveryCode.create(() -> "id" + last.incrementAndGet());
  }

  @Test
  void createsTenDifferentCodes() {
    List<RecoveryCode> codes = create();
    assertEquals(10, new HashSet<>(codes).size());
    for (RecoveryCode code : codes) {
      assertTrue(code.value().matches("([0-9a-f]{5}-){5}[0-9a-f]{5}"), code.value());
    }
    assertEquals(
        codes.get(0).value().replace("-", ""), ResetToken.hashOf("id1id2").substring(0, 30));
  }

  @Test
  void hashesWhatIsTypedInAnyForm() {
    RecoveryCode code = create().get(0);
    assertEquals(64, code.hash().length());
    assertEquals(code.hash(), RecoveryCode.hashOf(code.value().toUpperCase(Locale.ROOT)));
    assertEquals(code.hash(), RecoveryCode.hashOf(" " + code.value().replace("-", " ")));
  }

  @Test
  void takesTheShorterCodesOfEarlierReleases() {
    assertEquals(
        ResetToken.hashOf("0123456789abcdef0123"), RecoveryCode.hashOf("01234-56789-abcde-f0123"));
  }

  @Test
  void hidesItself() {
    RecoveryCode code = create().get(0);
    assertFalse(code.toString().contains(code.value()));
  }
}
