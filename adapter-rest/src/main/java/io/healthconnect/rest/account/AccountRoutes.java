package io.healthconnect.rest.account;

import static io.healthconnect.rest.http.Fields.required;

import io.healthconnect.application.account.AccountUseCases;
import io.healthconnect.application.account.ChangePassword;
import io.healthconnect.application.account.LogIn;
import io.healthconnect.application.account.LogOut;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.application.account.SignedIn;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Problem;
import io.healthconnect.rest.http.RateLimiter;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import io.healthconnect.rest.http.SessionCookie;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signing up, in and out. */
public final class AccountRoutes {
  /** How often an address may try. */
  public record Rates(RateLimiter signUps, RateLimiter logIns) {}

  record LogInRequest(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
      return "LogInRequest[hidden]";
    }
  }

  record ChangePasswordRequest(@Nullable String currentPassword, @Nullable String newPassword) {
    @Override
    public String toString() {
      return "ChangePasswordRequest[hidden]";
    }
  }

  private static final Duration BUSY = Duration.ofSeconds(1);

  private final AccountUseCases useCases;
  private final Users users;
  private final SessionCookie cookie;
  private final Rates rates;

  public AccountRoutes(AccountUseCases useCases, Users users, SessionCookie cookie, Rates rates) {
    this.useCases = useCases;
    this.users = users;
    this.cookie = cookie;
    this.rates = rates;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/auth/signup", Access.ANYONE, this::signUp),
        Route.post("/api/auth/login", Access.ANYONE, this::logIn),
        Route.post("/api/auth/logout", Access.SIGNED_IN, this::logOut),
        Route.post("/api/auth/password", Access.SIGNED_IN, this::changePassword),
        Route.get("/api/auth/me", Access.SIGNED_IN, this::me));
  }

  private Reply signUp(Exchange exchange) {
    rates.signUps().check(exchange.address());
    SignUp.Command command = exchange.body(SignUpRequest.class).command();
    return useCases
        .signUp()
        .handle(command)
        .fold(
            this::signedIn,
            refusal ->
                switch (refusal) {
                  case EMAIL_TAKEN -> Problem.of(ErrorCode.EMAIL_TAKEN);
                  case GUESSABLE_PASSWORD -> Problem.of(ErrorCode.GUESSABLE_PASSWORD);
                  case BUSY -> Problem.retryAfter(ErrorCode.RATE_LIMITED, BUSY);
                });
  }

  private Reply logIn(Exchange exchange) {
    rates.logIns().check(exchange.address());
    LogInRequest request = exchange.body(LogInRequest.class);
    LogIn.Command command =
        new LogIn.Command(
            Email.parse(required("email", request.email())),
            required("password", request.password()));
    return useCases
        .logIn()
        .handle(command)
        .fold(
            this::signedIn,
            refusal ->
                switch (refusal.reason()) {
                  case BAD_CREDENTIALS ->
                      Problem.of(ErrorCode.UNAUTHENTICATED, "The e-mail or the password is wrong.");
                  case TOO_MANY_FAILURES, BUSY ->
                      Problem.retryAfter(ErrorCode.RATE_LIMITED, refusal.retryAfter());
                });
  }

  private Reply logOut(Exchange exchange) {
    exchange.noBody();
    boolean everywhere = everywhere(exchange);
    useCases.logOut().handle(new LogOut.Command(exchange.actor(), everywhere));
    return Reply.noContent()
        .with("Set-Cookie", cookie.expire())
        .with("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
  }

  private Reply changePassword(Exchange exchange) {
    ChangePasswordRequest request = exchange.body(ChangePasswordRequest.class);
    ChangePassword.Command command =
        new ChangePassword.Command(
            exchange.actor(),
            required("currentPassword", request.currentPassword()),
            newPassword(required("newPassword", request.newPassword())));
    return useCases
        .changePassword()
        .handle(command)
        .fold(
            account -> Reply.noContent(),
            refusal ->
                switch (refusal.reason()) {
                  case WRONG_PASSWORD -> Problem.of(ErrorCode.WRONG_PASSWORD);
                  case GUESSABLE_PASSWORD -> Problem.of(ErrorCode.GUESSABLE_PASSWORD);
                  case TOO_MANY_FAILURES, BUSY ->
                      Problem.retryAfter(ErrorCode.RATE_LIMITED, refusal.retryAfter());
                });
  }

  private Reply me(Exchange exchange) {
    return users
        .find(exchange.actor())
        .<Reply>map(user -> Reply.ok(new UserShapes.UserResponse(user)))
        .orElseGet(() -> Problem.of(ErrorCode.UNAUTHENTICATED));
  }

  private Reply signedIn(SignedIn signedIn) {
    return Reply.ok(new UserShapes.UserResponse(users.of(signedIn)))
        .with("Set-Cookie", cookie.set(signedIn.token()));
  }

  private static boolean everywhere(Exchange exchange) {
    return exchange
        .query("everywhere")
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw new InvalidValueException("everywhere", "must be true or false");
                })
        .orElse(false);
  }

  private static Password newPassword(String text) {
    try {
      return new Password(text);
    } catch (InvalidValueException e) {
      throw new InvalidValueException("newPassword", e.problem());
    }
  }
}
