package io.healthconnect.testkit.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of the notices about the safety of accounts. */
public interface AccountNoticeContract {
  AccountId OWNER = new AccountId("p1");
  AccountId ADMIN = new AccountId("a1");
  Instant THEN = Instant.parse("2026-03-02T09:00:00Z");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private List<Notice> told(AccountId account) {
    return stores().notices().list(account, PageRequest.first(20)).items();
  }

  private List<NoticeKind> kinds(AccountId account) {
    return told(account).stream().map(Notice::kind).toList();
  }

  private void people() {
    People.add(stores(), "d1", OWNER.value());
  }

  private boolean openOnNewDevice(String id, Credentials checked) {
    return stores()
        .sessions()
        .openOnNewDevice(Accounts.session(id, OWNER), checked, Optional.empty());
  }

  private AuditEvent look(AuditAction action) {
    return AuditEvent.of(action, THEN).by(ADMIN, new SessionId("s1")).about(OWNER);
  }

  @Test
  default void tellsOfASessionOnANewDevice() {
    people();
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    Session session = Accounts.session("s1", OWNER);
    assertTrue(openOnNewDevice("s1", Accounts.credentials(OWNER)));
    Notice told =
        new Notice(
            OWNER,
            1,
            NoticeKind.NEW_SIGN_IN,
            session.createdAt(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertEquals(List.of(told), told(OWNER));
    assertEquals(List.of(new Change.NoticeStored(told)), heard.all());
    assertEquals(Optional.of(session), stores().sessions().find(session.id()));
  }

  @Test
  default void tellsOfNoOtherSession() {
    people();
    assertTrue(
        stores().sessions().open(Accounts.session("s1", OWNER), Accounts.credentials(OWNER)));
    assertEquals(List.of(), told(OWNER));
  }

  @Test
  default void tellsOfNoSessionThatDoesNotOpen() {
    people();
    Credentials wrong = new Credentials(OWNER, new PasswordHash("wrong"));
    assertFalse(openOnNewDevice("s1", wrong));
    assertFalse(
        stores()
            .sessions()
            .openOnNewDevice(
                Accounts.session("s2", OWNER),
                Accounts.credentials(OWNER),
                Optional.of(new SecondFactorProof.RecoveryCodeHash("none"))));
    assertEquals(List.of(), told(OWNER));
  }

  @Test
  default void tellsOnceOfANewPassword() {
    people();
    Credentials checked = Accounts.credentials(OWNER);
    List<Boolean> changed =
        Race.of(
            4,
            i ->
                () ->
                    stores()
                        .accounts()
                        .changePassword(
                            checked, new PasswordHash("next" + i), new SessionId("s1"), THEN));
    assertEquals(1, changed.stream().filter(each -> each).count());
    assertEquals(List.of(NoticeKind.PASSWORD_CHANGED), kinds(OWNER));
    assertEquals(THEN, told(OWNER).get(0).at());
  }

  @Test
  default void anUnreadNoticeStandsForLaterLooksOfTheSameAdmin() {
    people();
    stores().audit().append(List.of(look(AuditAction.ACCOUNT_READ)));
    stores().audit().append(List.of(look(AuditAction.AUDIT_READ), look(AuditAction.DOCUMENT_READ)));
    assertEquals(List.of(NoticeKind.DATA_READ), kinds(OWNER));
    assertEquals(Optional.of(ADMIN), told(OWNER).get(0).from());
    stores().notices().markRead(OWNER, 1, THEN);
    stores().audit().append(List.of(look(AuditAction.ACCOUNT_READ)));
    assertEquals(List.of(NoticeKind.DATA_READ, NoticeKind.DATA_READ), kinds(OWNER));
  }

  @Test
  default void readingsByDoctorsAndOwnOnesAreNoNews() {
    people();
    AuditEvent own =
        AuditEvent.of(AuditAction.ACCOUNT_READ, THEN).by(OWNER, new SessionId("s1")).about(OWNER);
    stores().audit().append(List.of(look(AuditAction.RECORD_READ), own));
    assertEquals(List.of(), told(OWNER));
  }
}
