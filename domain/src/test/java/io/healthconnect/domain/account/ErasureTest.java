package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private static Credentials credentials(String hash) {
    return new Credentials(ANN, new PasswordHash(hash));
  }

  private static Erasure erasure(Optional<Credentials> checked) {
    return new Erasure(ANN, checked, AuditEvent.of(AuditAction.ACCOUNT_ERASED, NOW));
  }

  @Test
  void theOwnersPasswordMustStillBeTheCheckedOne() {
    Erasure own = erasure(Optional.of(credentials("now")));
    assertTrue(own.isConfirmedBy(Optional.of(credentials("now"))));
    assertFalse(own.isConfirmedBy(Optional.of(credentials("next"))));
    assertFalse(own.isConfirmedBy(Optional.empty()));
  }

  @Test
  void anAdminNeedsNoPassword() {
    assertTrue(erasure(Optional.empty()).isConfirmedBy(Optional.of(credentials("now"))));
  }

  @Test
  void happensWhenItsEventDoes() {
    assertEquals(NOW, erasure(Optional.empty()).at());
  }
}
