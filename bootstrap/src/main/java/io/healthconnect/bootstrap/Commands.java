package io.healthconnect.bootstrap;

import io.healthconnect.application.account.AccountUseCases;
import io.healthconnect.application.account.IssueResetLink;
import io.healthconnect.application.administration.AdministrationUseCases;
import io.healthconnect.application.administration.CreateAdmin;
import io.healthconnect.application.administration.RemoveSecondFactor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.bootstrap.settings.BadSettingsException;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.SessionSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.audit.AuditVerifier;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.DatabaseCheck;
import io.healthconnect.security.BcryptPasswordHasher;
import io.healthconnect.security.SecureRandomIds;
import io.healthconnect.sqlite.SqliteGuest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the jar does once and then ends, beside a running server or without one. */
final class Commands {
  private static final String UNKNOWN_EMAIL = "No account has this e-mail.";

  private Commands() {}

  /** Copies the SQLite store as of one instant. */
  static void backUp(Settings settings, Path file, PrintStream out) {
    if (settings.get(ServerSettings.MONGODB_URI).isPresent()) {
      throw new BadSettingsException(
          List.of("--backup: copies a SQLite store only; for MongoDB use mongodump --oplog"));
    }
    try (SqliteGuest guest = SqliteGuest.open(settings.get(ServerSettings.DATA_DIR))) {
      guest.backUp(file);
    }
    out.println("Copied to " + file + ". The secret jwt-secret is not in it.");
  }

  /**
   * Looks for damage and says what it has looked at.
   *
   * @return whether there is none
   */
  static boolean check(Settings settings, PrintStream out) {
    Map<String, List<String>> found = found(settings);
    found.forEach(
        (looked, problems) -> {
          out.println(looked + ": " + (problems.isEmpty() ? "ok" : "wrong"));
          problems.forEach(problem -> out.println("  " + problem));
        });
    return found.values().stream().allMatch(List::isEmpty);
  }

  /**
   * Prints a link, alone on its line.
   *
   * @return whether there is an account with the e-mail, and it is not disabled
   */
  static boolean resetLink(Settings settings, Email email, PrintStream out) {
    int port = port(settings, "--reset-link");
    return withAccounts(
            settings, accounts -> accounts.issueResetLink().issueResetLink(email, Optional.empty()))
        .fold(
            issued -> isPrinted(issued, Banner.url(settings, port), out),
            refusal ->
                isRefused(
                    switch (refusal) {
                      case UNKNOWN_EMAIL -> UNKNOWN_EMAIL;
                      case ACCOUNT_DISABLED -> "The account is disabled.";
                    }));
  }

  /**
   * Makes an admin and prints a link, alone on its line.
   *
   * @return whether no account had the e-mail
   */
  static boolean createAdmin(Settings settings, Email email, PrintStream out) {
    int port = port(settings, "--create-admin");
    try (BcryptPasswordHasher hasher =
        new BcryptPasswordHasher(settings.get(SessionSettings.BCRYPT_COST), 1)) {
      return withAccounts(settings, accounts -> accounts.createAdmin(hasher).createAdmin(email))
          .fold(
              issued -> isPrinted(issued, Banner.url(settings, port), out),
              refusal ->
                  isRefused(
                      switch (refusal) {
                        case EMAIL_TAKEN -> "An account has this e-mail already.";
                        case BUSY -> "Too much is under way; try again.";
                      }));
    }
  }

  /**
   * @return whether there is an account with the e-mail
   */
  static boolean removeSecondFactor(Settings settings, Email email, PrintStream out) {
    boolean found = withAccounts(settings, accounts -> accounts.hadSecondFactorRemoved(email));
    if (found) {
      out.println("The password alone is enough for the next log-in. All sessions have ended.");
    }
    return found || isRefused(UNKNOWN_EMAIL);
  }

  private static int port(Settings settings, String flag) {
    int port = settings.get(ServerSettings.PORT);
    if (port == 0 && settings.get(ServerSettings.PUBLIC_URL).isEmpty()) {
      throw new BadSettingsException(
          List.of(flag + ": needs PUBLIC_URL, or the PORT that the server listens on"));
    }
    return port;
  }

  private static boolean isPrinted(IssueResetLink.Issued issued, String url, PrintStream out) {
    out.println(url + "/reset#" + issued.secret());
    System.err.println(
        "Good once, until "
            + issued.expiresAt().truncatedTo(ChronoUnit.SECONDS)
            + ". Give it only to the person whose account it is.");
    return true;
  }

  private static boolean isRefused(String why) {
    System.err.println(why);
    return false;
  }

  /** The accounts of the store, as a command sees them. */
  private record Accounts(
      AccountRepository accounts,
      AccountAdministration administration,
      DoctorRepository doctors,
      EvidenceRepository evidence,
      AuditLog audit) {
    private static final Clock CLOCK = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    private static final IdGenerator IDS = new SecureRandomIds();

    IssueResetLink issueResetLink() {
      return AccountUseCases.issueResetLink(accounts, trail(), IDS, CLOCK);
    }

    CreateAdmin createAdmin(PasswordHasher hasher) {
      return AdministrationUseCases.createAdmin(ports(), issueResetLink(), hasher, IDS, CLOCK);
    }

    boolean hadSecondFactorRemoved(Email email) {
      RemoveSecondFactor remove =
          AdministrationUseCases.create(ports(), issueResetLink()).removeSecondFactor();
      return accounts
          .findByEmail(email)
          .map(account -> new RemoveSecondFactor.Command(Optional.empty(), account.id()))
          .map(command -> remove.removeSecondFactor(command).fold(done -> true, refusal -> false))
          .orElse(false);
    }

    private AdministrationUseCases.Ports ports() {
      return new AdministrationUseCases.Ports(administration, accounts, doctors, evidence, trail());
    }

    private AuditTrail trail() {
      return new AuditTrail(audit, CLOCK);
    }
  }

  private static <T> T withAccounts(Settings settings, Function<Accounts, T> work) {
    Optional<String> uri = settings.get(ServerSettings.MONGODB_URI);
    if (uri.isPresent()) {
      try (MongoHandles handles = MongoHandles.openAsGuest(uri.get())) {
        handles.run(() -> DatabaseCheck.requireSchema(handles.database()));
        MongoStore store = new MongoStore(handles);
        return work.apply(
            new Accounts(
                store.accounts(),
                store.administration(),
                store.doctors(),
                store.evidence(),
                store.audit()));
      }
    }
    try (SqliteGuest guest = SqliteGuest.open(settings.get(ServerSettings.DATA_DIR))) {
      return work.apply(
          new Accounts(
              guest.accounts(),
              guest.administration(),
              guest.doctors(),
              guest.evidence(),
              guest.audit()));
    }
  }

  private static Map<String, List<String>> found(Settings settings) {
    Optional<String> uri = settings.get(ServerSettings.MONGODB_URI);
    if (uri.isPresent()) {
      try (MongoHandles handles = MongoHandles.openAsGuest(uri.get())) {
        Map<String, List<String>> all =
            new LinkedHashMap<>(handles.run(() -> DatabaseCheck.run(handles.database())));
        if (handles.run(() -> DatabaseCheck.isCurrent(handles.database()))) {
          all.putAll(audit(new MongoStore(handles).audit(), settings));
        }
        return all;
      }
    }
    try (SqliteGuest guest = SqliteGuest.open(settings.get(ServerSettings.DATA_DIR))) {
      Map<String, List<String>> all = new LinkedHashMap<>(guest.check());
      if (guest.isCurrent()) {
        all.putAll(audit(guest.audit(), settings));
      }
      return all;
    }
  }

  /** What is wrong with the chain of the audit log; its end is named, to be noted elsewhere. */
  private static Map<String, List<String>> audit(AuditLog log, Settings settings) {
    AuditVerifier verifier = new AuditVerifier(Instant.now().minus(settings.retention()));
    log.forEach(verifier::accept);
    String looked =
        verifier
            .last()
            .map(last -> "audit log up to entry " + last.number() + ", hash " + last.hash())
            .orElse("audit log, empty");
    return Map.of(looked, verifier.problems());
  }
}
