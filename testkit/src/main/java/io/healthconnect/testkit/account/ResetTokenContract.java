package io.healthconnect.testkit.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.patient.Patients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** G-13: what every store of accounts does with reset tokens, which it keeps hashed. */
public interface ResetTokenContract {
  /** When the tokens are made. */
  Instant NOW = Instant.parse("2026-03-02T07:00:00.123Z");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private Account add(String id) {
    Account account = Accounts.patient(id);
    stores().patients().add(account, Accounts.HASH, Patients.blank(id));
    return account;
  }

  private ResetToken token(String secret, Account account, int second) {
    ResetToken token = ResetToken.create(secret, account.id(), NOW.plusSeconds(second));
    stores().accounts().addResetToken(token);
    return token;
  }

  private boolean isThere(ResetToken token) {
    return stores().accounts().findResetToken(token.hash()).isPresent();
  }

  private Optional<Credentials> credentials(Account account) {
    return stores().accounts().credentials(account.id());
  }

  @Test
  default void findsATokenByItsHashOnly() {
    ResetToken token = token("secret", add("p1"), 0);
    assertEquals(Optional.of(token), stores().accounts().findResetToken(token.hash()));
    assertEquals(Optional.empty(), stores().accounts().findResetToken("secret"));
    assertThrows(
        IllegalStateException.class,
        () ->
            stores()
                .accounts()
                .addResetToken(ResetToken.create("other", new AccountId("nobody"), NOW)));
  }

  @Test
  default void keepsTheNewestTenOfAnAccount() {
    Account account = add("p1");
    ResetToken others = token("others", add("p2"), 0);
    ResetToken first = token("first", account, 1);
    ResetToken newest = token("newest", account, 60);
    for (int i = 2; i < ResetToken.MOST; i++) {
      token("token" + i, account, i);
    }
    assertTrue(isThere(first));
    ResetToken last = token("last", account, 30);
    assertFalse(isThere(first));
    assertTrue(isThere(last) && isThere(newest) && isThere(others));
  }

  @Test
  default void keepsTenWhenManyAreMadeAtOnce() {
    Account account = add("p1");
    List<ResetToken> made = Race.of(14, i -> () -> token("secret" + i, account, i));
    assertEquals(ResetToken.MOST, made.stream().filter(this::isThere).count());
  }

  @Test
  default void replacesThePasswordEndsAllSessionsAndRemovesAllTokensInOneStep() {
    Account account = add("p1");
    Account other = add("p2");
    ResetToken spent = token("spent", account, 0);
    ResetToken unused = token("unused", account, 1);
    ResetToken others = token("others", other, 0);
    for (String id : List.of("s1", "s2")) {
      assertTrue(
          stores()
              .sessions()
              .open(Accounts.session(id, account.id()), Accounts.credentials(account.id())));
    }
    assertTrue(
        stores()
            .sessions()
            .open(Accounts.session("s3", other.id()), Accounts.credentials(other.id())));
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    PasswordHash next = new PasswordHash("next");
    assertTrue(stores().accounts().resetPassword(spent.hash(), NOW, next));
    assertEquals(Optional.of(new Credentials(account.id(), next)), credentials(account));
    assertEquals(Optional.of(Accounts.credentials(other.id())), credentials(other));
    assertEquals(Optional.empty(), stores().sessions().find(new SessionId("s1")));
    assertEquals(Optional.empty(), stores().sessions().find(new SessionId("s2")));
    assertTrue(stores().sessions().find(new SessionId("s3")).isPresent());
    assertFalse(isThere(spent) || isThere(unused));
    assertTrue(isThere(others));
    assertFalse(stores().accounts().resetPassword(spent.hash(), NOW, new PasswordHash("third")));
    assertFalse(stores().accounts().resetPassword(unused.hash(), NOW, new PasswordHash("third")));
    assertEquals(Optional.of(new Credentials(account.id(), next)), credentials(account));
    assertEquals(
        List.of(
            new Change.SessionsEnded(account.id(), Optional.empty(), Optional.empty()),
            new Change.NoticeStored(
                AccountNotices.ofNewPassword(account.id(), NOW).get(0).numbered(1))),
        heard.all());
  }

  @Test
  default void takesATokenUntilItExpires() {
    Account account = add("p1");
    ResetToken token = token("secret", account, 0);
    Instant end = NOW.plus(Duration.ofMinutes(30));
    assertFalse(stores().accounts().resetPassword(token.hash(), end, new PasswordHash("next")));
    assertEquals(Optional.of(Accounts.credentials(account.id())), credentials(account));
    assertTrue(
        stores()
            .accounts()
            .resetPassword(token.hash(), end.minusMillis(1), new PasswordHash("next")));
  }

  @Test
  default void letsOneOfManySpendAToken() {
    Account account = add("p1");
    ResetToken token = token("secret", account, 0);
    List<Boolean> won =
        Race.of(
            8,
            i ->
                () ->
                    stores()
                        .accounts()
                        .resetPassword(token.hash(), NOW, new PasswordHash("next" + i)));
    assertEquals(1, won.stream().filter(each -> each).count());
    assertEquals(
        Optional.of(new PasswordHash("next" + won.indexOf(true))),
        credentials(account).map(Credentials::passwordHash));
  }

  @Test
  default void opensNoSessionWithThePasswordBeforeTheReset() {
    Account account = add("p1");
    ResetToken token = token("secret", account, 0);
    Credentials before = Accounts.credentials(account.id());
    List<Boolean> results =
        Race.of(
            8,
            i ->
                () ->
                    i == 0
                        ? stores()
                            .accounts()
                            .resetPassword(token.hash(), NOW, new PasswordHash("next"))
                        : stores()
                            .sessions()
                            .open(Accounts.session("s" + i, account.id()), before));
    assertTrue(results.get(0));
    for (int i = 1; i < 8; i++) {
      assertEquals(Optional.empty(), stores().sessions().find(new SessionId("s" + i)));
    }
  }

  @Test
  default void aChangeOfThePasswordRemovesTheTokens() {
    Account account = add("p1");
    ResetToken token = token("secret", account, 0);
    Credentials checked = Accounts.credentials(account.id());
    SessionId keep = new SessionId("s1");
    Credentials wrong = new Credentials(account.id(), new PasswordHash("wrong"));
    assertFalse(stores().accounts().changePassword(wrong, new PasswordHash("next"), keep, NOW));
    assertTrue(isThere(token));
    assertTrue(stores().accounts().changePassword(checked, new PasswordHash("next"), keep, NOW));
    assertFalse(isThere(token));
  }

  @Test
  default void purgesTokensThatExpiredBefore() {
    ResetToken token = token("secret", add("p1"), 0);
    assertEquals(0, stores().accounts().purgeResetTokens(token.expiresAt()));
    assertTrue(isThere(token));
    assertEquals(1, stores().accounts().purgeResetTokens(token.expiresAt().plusMillis(1)));
    assertFalse(isThere(token));
  }
}
