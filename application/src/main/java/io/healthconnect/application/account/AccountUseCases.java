package io.healthconnect.application.account;

import io.healthconnect.application.Ports.Security;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.account.DeviceMarkers;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.PasswordRules;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.account.TimeCodes;
import io.healthconnect.domain.account.TokenIssuer;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.patient.PatientRepository;
import java.time.Clock;
import java.time.Duration;

/** The use cases of accounts. */
public record AccountUseCases(
    SignUp signUp,
    LogIn logIn,
    LogOut logOut,
    ConfirmPassword confirmPassword,
    ChangePassword changePassword,
    IssueResetLink issueResetLink,
    ResetPassword resetPassword,
    Authenticate authenticate,
    SessionUseCases sessions,
    SecondFactorUseCases secondFactor,
    FindAccount findAccount,
    RecognizeDevice recognizeDevice,
    MarkDevice markDevice) {

  /** What accounts need from outside. */
  public record Ports(
      AccountRepository accounts,
      SessionRepository sessions,
      DoctorRepository doctors,
      PatientRepository patients,
      AccountMailQueue mails,
      Security security) {

    PasswordHasher hasher() {
      return security.hasher();
    }

    PasswordRules rules() {
      return security.passwordRules();
    }

    TokenIssuer tokens() {
      return security.tokens();
    }

    DeviceMarkers deviceMarkers() {
      return security.deviceMarkers();
    }

    TimeCodes timeCodes() {
      return security.timeCodes();
    }
  }

  /** The one use case that a command line needs, which has nothing but the accounts. */
  public static IssueResetLink issueResetLink(
      AccountRepository accounts, AuditTrail trail, IdGenerator ids, Clock clock) {
    return new IssueResetLinkHandler(accounts, trail, ids, clock);
  }

  /** Needs nothing but the preferences. */
  public static ChangePreferences changePreferences(PreferenceRepository preferences) {
    return command -> preferences.save(command.actor().id(), command.preferences());
  }

  /**
   * What a host can configure about accounts.
   *
   * @param sessionLife the longest time that a session lasts
   * @param guessing how password guessing is slowed down
   * @param newDoctors whether doctors who sign up wait for an admin
   */
  public record Rules(Duration sessionLife, PasswordGuessing guessing, Approval newDoctors) {}

  public static AccountUseCases create(
      Ports ports, AuditTrail trail, IdGenerator ids, Clock clock, Rules rules) {
    Sessions sessions = new Sessions(ports, trail, ids, clock, rules.sessionLife());
    SeenSessions seen = new SeenSessions(ports.sessions());
    LoginThrottle throttle = new LoginThrottle(clock, rules.guessing());
    Reauthentication reauthentication = new Reauthentication(ports, throttle, trail);
    ConfirmPassword confirm = new ConfirmPasswordHandler(reauthentication);
    return new AccountUseCases(
        new SignUpHandler(ports, sessions, rules.newDoctors(), ids, clock),
        new LogInHandler(ports, trail, sessions, throttle, clock),
        new LogOutHandler(ports.sessions()),
        confirm,
        new ChangePasswordHandler(ports, reauthentication, clock),
        issueResetLink(ports.accounts(), trail, ids, clock),
        new ResetPasswordHandler(ports, throttle, clock),
        new AuthenticateHandler(ports, seen, clock),
        SessionUseCases.create(ports, seen, clock),
        SecondFactorUseCases.create(ports, reauthentication, trail, ids, clock),
        ports.accounts()::findAll,
        ports.deviceMarkers()::verify,
        ports.deviceMarkers()::issue);
  }
}
