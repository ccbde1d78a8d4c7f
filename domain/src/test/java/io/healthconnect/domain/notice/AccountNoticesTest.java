package io.healthconnect.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccountNoticesTest {
  private static final AccountId OWNER = new AccountId("p1");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static NoticeDraft draft(NoticeKind kind, Optional<AccountId> from) {
    return new NoticeDraft(OWNER, kind, NOW, Optional.empty(), from);
  }

  @Test
  void tellsWhoseSessionItIs() {
    Session session =
        new Session(new SessionId("s1"), OWNER, NOW, NOW.plusSeconds(60), ClientSoftware.UNKNOWN);
    assertEquals(
        List.of(draft(NoticeKind.NEW_SIGN_IN, Optional.empty())), AccountNotices.ofLogIn(session));
  }

  @Test
  void tellsWhosePasswordIsNew() {
    assertEquals(
        List.of(draft(NoticeKind.PASSWORD_CHANGED, Optional.empty())),
        AccountNotices.ofNewPassword(OWNER, NOW));
  }

  @Test
  void onlyLooksOfAdminsAreNews() {
    AccountId admin = new AccountId("a1");
    Set<AuditAction> news =
        Arrays.stream(AuditAction.values())
            .filter(
                action ->
                    AccountNotices.ofEvent(
                            AuditEvent.of(action, NOW).by(admin, new SessionId("s1")).about(OWNER))
                        .equals(List.of(draft(NoticeKind.DATA_READ, Optional.of(admin)))))
            .collect(Collectors.toSet());
    assertEquals(
        EnumSet.of(AuditAction.ACCOUNT_READ, AuditAction.DOCUMENT_READ, AuditAction.AUDIT_READ),
        news);
  }

  @Test
  void tellsNobodyOfAnOwnLookOrOneAtNobodyInParticular() {
    AuditEvent look = AuditEvent.of(AuditAction.AUDIT_READ, NOW);
    assertEquals(List.of(), AccountNotices.ofEvent(look));
    assertEquals(
        List.of(), AccountNotices.ofEvent(look.by(OWNER, new SessionId("s1")).about(OWNER)));
  }
}
