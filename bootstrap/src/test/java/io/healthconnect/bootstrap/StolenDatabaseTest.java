package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.application.Actor;
import io.healthconnect.application.Ports;
import io.healthconnect.application.account.AccountUseCases;
import io.healthconnect.application.account.ChangePassword;
import io.healthconnect.application.account.LogIn;
import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.application.account.PasswordGuessing;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.security.BcryptPasswordHasher;
import io.healthconnect.security.JwtTokenIssuer;
import io.healthconnect.security.OtpTimeCodes;
import io.healthconnect.security.SecureRandomIds;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.account.PlainDeviceMarkers;
import io.healthconnect.testkit.notice.PlainUnsubscribeTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** somebody who steals the database files gets no password and no session. */
class StolenDatabaseTest {
  private static final String FIRST = "canary-horse-battery-1";
  private static final String SECOND = "canary-horse-battery-2";
  private static final String WRONG = "canary-horse-battery-3";
  private static final Email EMAIL = Email.parse("ann@example.org");
  private static final byte[] SECRET =
      "k3mQ9vTz7bXw1LrY5nHs8dPf2cJg6aE4".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  private final List<String> secrets = new ArrayList<>(List.of(FIRST, SECOND, WRONG));

  private void use(AccountUseCases accounts) {
    OpenedSession signedUp =
        accounts
            .signUp()
            .signUp(
                new SignUp.Command(
                    new PersonName("Ann"),
                    EMAIL,
                    new Password(FIRST),
                    new SignUp.Profile.OfPatient(PatientProfile.BLANK)))
            .fold(loggedIn -> loggedIn, refusal -> fail(refusal.toString()));
    secrets.add(signedUp.token());
    accounts
        .changePassword()
        .changePassword(
            new ChangePassword.Command(actor(accounts, signedUp), FIRST, new Password(SECOND)));
    logIn(accounts, WRONG);
    logIn(accounts, SECOND).ifPresent(loggedIn -> secrets.add(loggedIn.token()));
    accounts
        .issueResetLink()
        .issueResetLink(EMAIL, Optional.empty())
        .fold(issued -> secrets.add(issued.secret()), refusal -> fail(refusal.toString()));
    assertEquals(6, secrets.size());
  }

  private static Actor actor(AccountUseCases accounts, OpenedSession loggedIn) {
    return accounts.authenticate().authenticate(loggedIn.token()).orElseThrow();
  }

  private static Optional<OpenedSession> logIn(AccountUseCases accounts, String password) {
    return accounts
        .logIn()
        .logIn(new LogIn.Command(EMAIL, password, LogIn.Source.of("192.0.2.1")))
        .fold(Optional::of, refusal -> Optional.empty());
  }

  private void assertNoSecrets() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String secret : secrets) {
          byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
          String signature = secret.substring(secret.lastIndexOf('.') + 1);
          for (String form :
              List.of(
                  secret,
                  signature,
                  Base64.getEncoder().withoutPadding().encodeToString(bytes),
                  HexFormat.of().formatHex(bytes))) {
            assertFalse(content.contains(form), () -> file.getFileName() + " holds " + form);
          }
        }
      }
    }
  }

  @Test
  void x08TheFilesHoldNoPasswordsAndNoTokens() throws Exception {
    Clock clock = Clock.systemUTC();
    try (BcryptPasswordHasher hasher = new BcryptPasswordHasher(4, 8);
        SqliteStore store = SqliteStore.open(folder, new LocalChangeFeed(), Instant.EPOCH)) {
      use(
          AccountUseCases.create(
              new AccountUseCases.Ports(
                  store.accounts(),
                  store.sessions(),
                  store.doctors(),
                  store.patients(),
                  store.accountMails(),
                  new Ports.Security(
                      hasher,
                      (password, name, email) -> false,
                      new JwtTokenIssuer(SECRET, clock),
                      new PlainDeviceMarkers(),
                      new OtpTimeCodes(),
                      new PlainUnsubscribeTokens())),
              new AuditTrail(store.audit(), clock),
              new SecureRandomIds(),
              clock,
              new AccountUseCases.Rules(
                  Duration.ofDays(1), PasswordGuessing.DEFAULT, Approval.NOT_REQUIRED)));
      assertTrue(Files.exists(folder.resolve("health-connect.db-wal")));
      assertNoSecrets();
    }
    assertNoSecrets();
  }
}
