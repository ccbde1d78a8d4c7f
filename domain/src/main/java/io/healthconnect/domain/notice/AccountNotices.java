package io.healthconnect.domain.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what people are told about the safety of their accounts. */
public final class AccountNotices {
  private AccountNotices() {}

  /** The notices of a session on a device on which the person had not logged in before. */
  public static List<NoticeDraft> ofLogIn(Session opened) {
    return List.of(
        draft(opened.accountId(), NoticeKind.NEW_SIGN_IN, opened.createdAt(), Optional.empty()));
  }

  /** The notices of a new password, whoever set it. */
  public static List<NoticeDraft> ofNewPassword(AccountId account, Instant at) {
    return List.of(draft(account, NoticeKind.PASSWORD_CHANGED, at, Optional.empty()));
  }

  /**
   * The notices of what an entry of the audit log tells of: an admin looked at the account or the
   * documents of somebody else, or at who read that person's data. That the doctors of a patient
   * read the record is expected, and no news.
   */
  public static List<NoticeDraft> ofEvent(AuditEvent event) {
    return event
        .subject()
        .filter(subject -> isLook(event.action()) && !event.actor().equals(event.subject()))
        .map(subject -> List.of(draft(subject, NoticeKind.DATA_READ, event.at(), event.actor())))
        .orElseGet(List::of);
  }

  private static boolean isLook(AuditAction action) {
    return action == AuditAction.ACCOUNT_READ
        || action == AuditAction.DOCUMENT_READ
        || action == AuditAction.AUDIT_READ;
  }

  private static NoticeDraft draft(
      AccountId to, NoticeKind kind, Instant at, Optional<AccountId> from) {
    return new NoticeDraft(to, kind, at, Optional.empty(), from);
  }
}
