package io.healthconnect.domain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditEventTest {
  @Test
  void namesWhoWhomAndWhatOneAfterTheOther() {
    AccountId doctor = new AccountId("d1");
    SessionId session = new SessionId("s1");
    AccountId patient = new AccountId("p1");
    assertEquals(
        new AuditEvent(
            AuditAction.NOTES_READ,
            Optional.of(doctor),
            Optional.of(session),
            Optional.of(patient),
            Optional.of("v1"),
            Instant.EPOCH),
        AuditEvent.of(AuditAction.NOTES_READ, Instant.EPOCH)
            .on("v1")
            .about(patient)
            .by(doctor, session));
  }
}
