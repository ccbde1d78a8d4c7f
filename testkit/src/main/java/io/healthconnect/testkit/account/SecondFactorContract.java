package io.healthconnect.testkit.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.SecondFactorProof.RecoveryCodeHash;
import io.healthconnect.domain.account.SecondFactorProof.TimeStep;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TotpSecret;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.patient.Patients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** G-14: what every store of accounts does with second factors, on any number of nodes. */
public interface SecondFactorContract {
  /** A secret. */
  TotpSecret SECRET = PlainTimeCodes.secret(1);

  /** Another secret. */
  TotpSecret OTHER = PlainTimeCodes.secret(2);

  /** A session that may not even exist. */
  SessionId HERE = new SessionId("here");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private Account add(String id) {
    Account account = Accounts.patient(id);
    stores().patients().add(account, Accounts.HASH, Patients.blank(id));
    return account;
  }

  private Account addWithSecondFactor(String id) {
    Account account = add(id);
    assertTrue(stores().accounts().beginSecondFactor(account.id(), SECRET));
    assertTrue(turnOn(account, SECRET, 100));
    return account;
  }

  private boolean turnOn(Account account, TotpSecret secret, long step) {
    return stores()
        .accounts()
        .turnOnSecondFactor(
            account.id(),
            new TimeStep(secret, step),
            Set.of("h1", "h2"),
            HERE,
            event(AuditAction.SECOND_FACTOR_ON, account));
  }

  private static AuditEvent event(AuditAction action, Account account) {
    return AuditEvent.of(action, Accounts.CREATED).about(account.id());
  }

  private boolean removes(Credentials checked, Account account) {
    return stores()
        .accounts()
        .removeSecondFactor(checked, event(AuditAction.SECOND_FACTOR_OFF, account));
  }

  private boolean opens(String session, Account account) {
    return stores()
        .sessions()
        .open(Accounts.session(session, account.id()), Accounts.credentials(account.id()));
  }

  private boolean opens(String session, Account account, SecondFactorProof proof) {
    return stores()
        .sessions()
        .open(Accounts.session(session, account.id()), Accounts.credentials(account.id()), proof);
  }

  private Optional<SecondFactor> stored(Account account) {
    return stores().accounts().findSecondFactor(account.id());
  }

  private boolean needsSecondFactor(Account account) {
    return stores().accounts().find(account.id()).orElseThrow().secondFactor();
  }

  @Test
  default void aSecondFactorThatWaitsChangesNothing() {
    Account account = add("p1");
    assertEquals(Optional.empty(), stored(account));
    assertTrue(stores().accounts().beginSecondFactor(account.id(), OTHER));
    assertTrue(stores().accounts().beginSecondFactor(account.id(), SECRET));
    assertEquals(Optional.of(SecondFactor.waiting(account.id(), SECRET)), stored(account));
    assertFalse(needsSecondFactor(account));
    assertFalse(opens("s1", account, new TimeStep(SECRET, 100)));
    assertTrue(opens("s2", account));
    assertFalse(stores().accounts().beginSecondFactor(new AccountId("nobody"), SECRET));
  }

  @Test
  default void turnsOnTheOneThatWaitsAndEndsTheOtherSessions() {
    Account account = add("p1");
    Account other = add("p2");
    assertFalse(turnOn(account, SECRET, 100));
    assertTrue(stores().accounts().beginSecondFactor(account.id(), SECRET));
    assertTrue(opens("here", account));
    assertTrue(opens("there", account));
    assertTrue(opens("others", other));
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    assertFalse(turnOn(account, OTHER, 100));
    assertTrue(turnOn(account, SECRET, 100));
    assertFalse(turnOn(account, SECRET, 101));
    assertFalse(stores().accounts().beginSecondFactor(account.id(), OTHER));
    assertEquals(Optional.of(new SecondFactor(account.id(), SECRET, true, 100)), stored(account));
    assertEquals(
        Optional.of(account.withSecondFactor(true)), stores().accounts().find(account.id()));
    assertTrue(stores().sessions().find(HERE).isPresent());
    assertEquals(Optional.empty(), stores().sessions().find(new SessionId("there")));
    assertTrue(stores().sessions().find(new SessionId("others")).isPresent());
    assertEquals(
        List.of(new Change.SessionsEnded(account.id(), Optional.empty(), Optional.of(HERE))),
        heard.all());
  }

  @Test
  default void g14OpensASessionWithAnUnusedStepOnly() {
    Account account = addWithSecondFactor("p1");
    assertFalse(opens("s1", account));
    assertFalse(opens("s2", account, new TimeStep(SECRET, 100)));
    assertFalse(opens("s3", account, new TimeStep(OTHER, 101)));
    assertTrue(opens("s4", account, new TimeStep(SECRET, 101)));
    assertFalse(opens("s5", account, new TimeStep(SECRET, 101)));
    assertFalse(opens("s6", account, new TimeStep(SECRET, 99)));
    assertTrue(opens("s7", account, new TimeStep(SECRET, 103)));
    assertFalse(opens("s8", account, new TimeStep(SECRET, 102)));
    assertEquals(
        List.of("s7", "s4"),
        stores().sessions().list(account.id()).stream().map(each -> each.id().value()).toList());
    assertEquals(103, stored(account).orElseThrow().lastStep());
  }

  @Test
  default void g14TakesEachRecoveryCodeOnce() {
    Account account = addWithSecondFactor("p1");
    Account other = addWithSecondFactor("p2");
    assertTrue(opens("s1", account, new RecoveryCodeHash("h1")));
    assertFalse(opens("s2", account, new RecoveryCodeHash("h1")));
    assertFalse(opens("s3", account, new RecoveryCodeHash("h3")));
    assertTrue(opens("s4", other, new RecoveryCodeHash("h1")));
    assertTrue(opens("s5", account, new RecoveryCodeHash("h2")));
    assertEquals(100, stored(account).orElseThrow().lastStep());
  }

  /** The store decides which log-in uses a code, so it does not matter which node each is at. */
  @Test
  default void g14OneOfManyLogInsUsesACode() {
    Account account = addWithSecondFactor("p1");
    for (SecondFactorProof proof : List.of(new TimeStep(SECRET, 101), new RecoveryCodeHash("h1"))) {
      String name = proof instanceof TimeStep ? "time" : "code";
      List<Boolean> opened = Race.of(16, i -> () -> opens(name + i, account, proof));
      assertEquals(1, opened.stream().filter(each -> each).count());
      assertTrue(stores().sessions().find(new SessionId(name + opened.indexOf(true))).isPresent());
    }
    assertEquals(2, stores().sessions().list(account.id()).size());
  }

  @Test
  default void oneOfManyTurnsItOn() {
    Account account = add("p1");
    assertTrue(stores().accounts().beginSecondFactor(account.id(), SECRET));
    List<Boolean> on = Race.of(8, i -> () -> turnOn(account, SECRET, 100 + i));
    assertEquals(1, on.stream().filter(each -> each).count());
    assertEquals(100 + on.indexOf(true), stored(account).orElseThrow().lastStep());
  }

  @Test
  default void opensNoSessionWithoutItOnceItIsOn() {
    Account account = add("p1");
    assertTrue(stores().accounts().beginSecondFactor(account.id(), SECRET));
    List<Boolean> results =
        Race.of(8, i -> () -> i == 0 ? turnOn(account, SECRET, 100) : opens("s" + i, account));
    assertTrue(results.get(0));
    assertEquals(List.of(), stores().sessions().list(account.id()));
  }

  @Test
  default void aRefusedSessionUsesNoProof() {
    Account account = addWithSecondFactor("p1");
    Credentials wrong = new Credentials(account.id(), new PasswordHash("wrong"));
    TimeStep step = new TimeStep(SECRET, 101);
    assertFalse(stores().sessions().open(Accounts.session("s1", account.id()), wrong, step));
    stores()
        .administration()
        .decide(account.id(), Decision.DISABLE, Accounts.decided(account.id(), Decision.DISABLE));
    assertFalse(opens("s2", account, step));
    stores()
        .administration()
        .decide(account.id(), Decision.ENABLE, Accounts.decided(account.id(), Decision.ENABLE));
    assertTrue(opens("s3", account, step));
  }

  @Test
  default void removesItWithTheCheckedPasswordOnly() {
    Account account = addWithSecondFactor("p1");
    assertFalse(removes(new Credentials(account.id(), new PasswordHash("wrong")), account));
    assertTrue(needsSecondFactor(account));
    assertTrue(removes(Accounts.credentials(account.id()), account));
    assertEquals(Optional.of(account), stores().accounts().find(account.id()));
    assertEquals(Optional.empty(), stored(account));
    assertTrue(opens("s1", account));
    assertTrue(removes(Accounts.credentials(account.id()), account));
    assertTrue(stores().accounts().beginSecondFactor(account.id(), OTHER));
    assertTrue(turnOn(account, OTHER, 50));
    assertFalse(opens("s2", account, new TimeStep(SECRET, 101)));
    assertTrue(opens("s3", account, new TimeStep(OTHER, 51)));
    assertTrue(opens("s4", account, new RecoveryCodeHash("h1")));
  }

  @Test
  default void anAdminRemovesItWithAllSessions() {
    Account account = addWithSecondFactor("p1");
    Account other = addWithSecondFactor("p2");
    assertTrue(opens("s1", account, new TimeStep(SECRET, 101)));
    assertTrue(opens("s2", other, new TimeStep(SECRET, 101)));
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    AuditEvent event =
        AuditEvent.of(AuditAction.SECOND_FACTOR_REMOVED, Accounts.CREATED).about(account.id());
    assertEquals(
        Optional.of(account), stores().administration().removeSecondFactor(account.id(), event));
    assertEquals(Optional.of(account), stores().accounts().find(account.id()));
    assertEquals(Optional.empty(), stored(account));
    assertEquals(List.of(), stores().sessions().list(account.id()));
    assertEquals(1, stores().sessions().list(other.id()).size());
    assertTrue(needsSecondFactor(other));
    assertEquals(
        List.of(new Change.SessionsEnded(account.id(), Optional.empty(), Optional.empty())),
        heard.all());
    assertTrue(opens("s3", account));
    assertFalse(opens("s4", account, new RecoveryCodeHash("h1")));
    // There is none any more, so nothing is logged and nobody is logged out.
    assertEquals(
        Optional.of(account), stores().administration().removeSecondFactor(account.id(), event));
    assertEquals(1, stores().sessions().list(account.id()).size());
    assertEquals(List.of(event), removals());
    assertEquals(
        Optional.empty(),
        stores().administration().removeSecondFactor(new AccountId("nobody"), event));
  }

  private List<AuditEvent> removals() {
    List<AuditEvent> events = new ArrayList<>();
    stores().audit().forEach(entry -> events.add(entry.event()));
    events.removeIf(event -> event.action() != AuditAction.SECOND_FACTOR_REMOVED);
    return events;
  }

  @Test
  default void outlivesANewNameAndANewPassword() {
    Account account = addWithSecondFactor("p1");
    Account found = stores().accounts().find(account.id()).orElseThrow();
    Account saved =
        stores().accounts().save(found.withName(new PersonName("Pia")).withSecondFactor(false));
    assertTrue(saved.secondFactor());
    assertTrue(needsSecondFactor(account));
    ResetToken token = ResetToken.create("secret", account.id(), Accounts.CREATED);
    stores().accounts().addResetToken(token);
    PasswordHash next = new PasswordHash("next");
    assertTrue(stores().accounts().resetPassword(token.hash(), Accounts.CREATED, next));
    Credentials checked = new Credentials(account.id(), next);
    assertFalse(stores().sessions().open(Accounts.session("s1", account.id()), checked));
    assertTrue(
        stores()
            .sessions()
            .open(Accounts.session("s2", account.id()), checked, new TimeStep(SECRET, 101)));
  }
}
