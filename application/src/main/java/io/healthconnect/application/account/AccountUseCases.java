package io.healthconnect.application.account;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.PasswordRules;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.account.TokenIssuer;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.patient.PatientRepository;
import java.time.Clock;
import java.time.Duration;

/** Everything about accounts. */
public record AccountUseCases(
    SignUp signUp,
    LogIn logIn,
    LogOut logOut,
    ChangePassword changePassword,
    Authenticate authenticate,
    FindAccount findAccount) {

  /** What accounts need from outside. */
  public record Ports(
      AccountRepository accounts,
      SessionRepository sessions,
      DoctorRepository doctors,
      PatientRepository patients,
      PasswordHasher hasher,
      PasswordRules rules,
      TokenIssuer tokens) {}

  /**
   * @param sessionLife how long a session lasts at most
   */
  public static AccountUseCases create(
      Ports ports, IdGenerator ids, Clock clock, Duration sessionLife, PasswordGuessing guessing) {
    Sessions sessions = new Sessions(ports.sessions(), ports.tokens(), ids, clock, sessionLife);
    LoginThrottle throttle = new LoginThrottle(clock, guessing);
    return new AccountUseCases(
        new SignUpHandler(ports, sessions, ids, clock),
        new LogInHandler(ports, sessions, throttle),
        new LogOutHandler(ports.sessions()),
        new ChangePasswordHandler(ports, throttle),
        new AuthenticateHandler(ports, clock),
        ports.accounts()::findAll);
  }
}
