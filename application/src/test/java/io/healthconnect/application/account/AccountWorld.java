package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.application.Actor;
import io.healthconnect.application.Ports;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.RecoveryCode;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.PlainDeviceMarkers;
import io.healthconnect.testkit.account.PlainPasswordHasher;
import io.healthconnect.testkit.account.PlainTimeCodes;
import io.healthconnect.testkit.account.PlainTokens;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.notice.PlainUnsubscribeTokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The use cases of accounts over an in-memory store. */
final class AccountWorld {
  static final Email EMAIL = Email.parse("paul@example.org");
  static final Password PASSWORD = new Password("correct horse");
  static final Duration SESSION_LIFE = Duration.ofDays(1);

  /** Shared, because several worlds may share a store. */
  private static final IdGenerator IDS = new SequentialIds("n");

  final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  final PlainTimeCodes codes = new PlainTimeCodes();
  final InMemoryStore store;
  final AccountUseCases useCases;

  AccountWorld() {
    this(new PlainPasswordHasher());
  }

  AccountWorld(PasswordHasher hasher) {
    this(new InMemoryStore(), hasher);
  }

  AccountWorld(InMemoryStore store, PasswordHasher hasher) {
    this(store, store.accounts(), hasher);
  }

  AccountWorld(InMemoryStore store, AccountRepository accounts, PasswordHasher hasher) {
    this.store = store;
    this.useCases =
        AccountUseCases.create(
            new AccountUseCases.Ports(
                accounts,
                store.sessions(),
                store.doctors(),
                store.patients(),
                store.accountMails(),
                new Ports.Security(
                    hasher,
                    (password, name, email) -> password.value().equals("easy to guess"),
                    new PlainTokens(),
                    new PlainDeviceMarkers(),
                    codes,
                    new PlainUnsubscribeTokens())),
            new AuditTrail(store.audit(), clock),
            IDS,
            clock,
            new AccountUseCases.Rules(
                SESSION_LIFE, PasswordGuessing.DEFAULT, Approval.NOT_REQUIRED));
  }

  /** Signs up Paul, a patient. */
  OpenedSession signUp() {
    return useCases
        .signUp()
        .signUp(
            new SignUp.Command(
                new PersonName("Paul"),
                EMAIL,
                PASSWORD,
                new SignUp.Profile.OfPatient(PatientProfile.BLANK)))
        .fold(loggedIn -> loggedIn, refusal -> fail("refused: " + refusal));
  }

  /** Paul's attempt from an unknown device. */
  static LogIn.Command attempt(String password) {
    return new LogIn.Command(EMAIL, password, LogIn.Source.of("192.0.2.1"));
  }

  OpenedSession logIn() {
    return useCases
        .logIn()
        .logIn(attempt(PASSWORD.value()))
        .fold(loggedIn -> loggedIn, refusal -> fail("refused: " + refusal));
  }

  /** What the person's authenticator app shows, so many steps from now. */
  String code(OpenedSession person, int ahead) {
    return codes.code(
        store.accounts().findSecondFactor(person.account().id()).orElseThrow().secret(),
        clock.instant().getEpochSecond() / SecondFactor.STEP.toSeconds() + ahead);
  }

  /** Turns on the person's second factor with the present code. */
  List<RecoveryCode> turnOnSecondFactor(OpenedSession person) {
    useCases
        .secondFactor()
        .begin()
        .beginSecondFactor(actor(person))
        .fold(begun -> begun, refusal -> fail("refused: " + refusal));
    return useCases
        .secondFactor()
        .confirm()
        .confirmSecondFactor(new ConfirmSecondFactor.Command(actor(person), code(person, 0)))
        .fold(found -> found, refusal -> fail("refused: " + refusal));
  }

  /** How many such entries the audit log has. */
  long logged(AuditAction action) {
    return store.audit().events().stream().filter(event -> event.action() == action).count();
  }

  LogIn.Refusal refusal(LogIn.Command command) {
    return useCases.logIn().logIn(command).fold(loggedIn -> fail("logged in"), refused -> refused);
  }

  boolean isLoggedIn(OpenedSession loggedIn) {
    return useCases.authenticate().authenticate(loggedIn.token()).isPresent();
  }

  static Actor actor(OpenedSession loggedIn) {
    return new Actor(loggedIn.account().id(), loggedIn.account().role(), loggedIn.session().id());
  }

  /** The text of the stored hash, in which the password is readable. */
  Optional<String> storedHash(AccountId id) {
    return store.accounts().credentials(id).map(stored -> stored.passwordHash().value());
  }
}
