package io.healthconnect.testkit.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.SecondFactorProof.TimeStep;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TotpSecret;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.PasswordEvents;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.patient.Patients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** N-01 and N-03: changes of an account that happen in one step with their entry, or not at all. */
public interface AuditedStepsContract {
  /** When everything happens. */
  Instant NOW = Instant.parse("2026-03-02T07:00:00.123Z");

  /** In which it happens. */
  SessionId HERE = new SessionId("here");

  /** A secret. */
  TotpSecret SECRET = PlainTimeCodes.secret(1);

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  /** From now on the audit log takes no entry, and everything else works. */
  void takeAuditAway();

  private Account add() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, Accounts.HASH, Patients.blank("p1"));
    return account;
  }

  private ResetToken token(Account account) {
    ResetToken token = ResetToken.create("secret", account.id(), NOW);
    stores().accounts().addResetToken(token);
    return token;
  }

  private boolean resets(ResetToken token) {
    return stores().accounts().resetPassword(token.hash(), NOW, new PasswordHash("next"));
  }

  private boolean changes(Account account) {
    return stores()
        .accounts()
        .changePassword(Accounts.credentials(account.id()), new PasswordHash("next"), HERE, NOW);
  }

  private boolean turnsOn(Account account) {
    return stores()
        .accounts()
        .turnOnSecondFactor(account.id(), new TimeStep(SECRET, 7), Set.of("h1"), HERE, on(account));
  }

  private boolean turnsOff(Account account) {
    return stores().accounts().removeSecondFactor(Accounts.credentials(account.id()), off(account));
  }

  private static AuditEvent on(Account account) {
    return AuditEvent.of(AuditAction.SECOND_FACTOR_ON, NOW).by(account.id(), HERE);
  }

  private static AuditEvent off(Account account) {
    return AuditEvent.of(AuditAction.SECOND_FACTOR_OFF, NOW).by(account.id(), HERE);
  }

  private List<AuditEvent> logged() {
    List<AuditEvent> events = new ArrayList<>();
    stores().audit().forEach(entry -> events.add(entry.event()));
    return events;
  }

  private Optional<Credentials> credentials(Account account) {
    return stores().accounts().credentials(account.id());
  }

  @Test
  default void n01LogsEachNewPasswordOnce() {
    Account account = add();
    ResetToken token = token(account);
    assertTrue(changes(account));
    assertFalse(changes(account));
    assertEquals(List.of(PasswordEvents.ofChange(account.id(), HERE, NOW)), logged());
    assertFalse(resets(token));
    assertTrue(resets(token(account)));
    assertEquals(
        List.of(
            PasswordEvents.ofChange(account.id(), HERE, NOW),
            PasswordEvents.ofReset(account.id(), NOW)),
        logged());
  }

  @Test
  default void n01LogsOnceThatManyTurnTheSecondFactorOn() {
    Account account = add();
    assertTrue(stores().accounts().beginSecondFactor(account.id(), SECRET));
    List<Boolean> on = Race.of(8, i -> () -> turnsOn(account));
    assertEquals(1, on.stream().filter(each -> each).count());
    assertEquals(List.of(on(account)), logged());
    assertTrue(turnsOff(account));
    assertTrue(turnsOff(account));
    assertEquals(List.of(on(account), off(account)), logged());
  }

  @Test
  default void n03SetsNoPasswordThatIsNotLogged() {
    Account account = add();
    ResetToken token = token(account);
    takeAuditAway();
    assertThrows(RuntimeException.class, () -> resets(token));
    assertThrows(RuntimeException.class, () -> changes(account));
    assertEquals(Optional.of(Accounts.credentials(account.id())), credentials(account));
    assertEquals(Optional.of(token), stores().accounts().findResetToken(token.hash()));
    assertEquals(List.of(), logged());
  }

  @Test
  default void n03TurnsNoSecondFactorOnThatIsNotLogged() {
    Account account = add();
    assertTrue(stores().accounts().beginSecondFactor(account.id(), SECRET));
    takeAuditAway();
    assertThrows(RuntimeException.class, () -> turnsOn(account));
    assertFalse(stores().accounts().find(account.id()).orElseThrow().secondFactor());
  }

  @Test
  default void n03TurnsNoSecondFactorOffThatIsNotLogged() {
    Account account = add();
    assertTrue(stores().accounts().beginSecondFactor(account.id(), SECRET));
    assertTrue(turnsOn(account));
    takeAuditAway();
    assertThrows(RuntimeException.class, () -> turnsOff(account));
    assertTrue(stores().accounts().find(account.id()).orElseThrow().secondFactor());
  }
}
