package io.healthconnect.rest.account;

import static io.healthconnect.rest.http.request.Fields.filled;
import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.account.AccountUseCases;
import io.healthconnect.application.account.LogIn;
import io.healthconnect.application.account.LogOut;
import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.application.account.SignUp;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Email;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.admission.SessionCookie;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-up, log-in, log-out and the current account, by cookie or by a token in the reply. */
public final class AccountRoutes {
  /** How often a client network may try. */
  public record Rates(RateLimiter signUps, RateLimiter logIns) {}

  /**
   * @param code needed by accounts with a second factor
   * @param role clients of the original send one; an account has its own
   */
  record LogInRequest(
      @Nullable String email,
      @Nullable String password,
      @Nullable String code,
      @Nullable String role) {
    @Override
    public String toString() {
      return "LogInRequest[hidden]";
    }
  }

  private static final Logger LOG_INS = LoggerFactory.getLogger("io.healthconnect.rest.logins");
  private static final Duration BUSY = Duration.ofSeconds(1);

  private final AccountUseCases useCases;
  private final UserResponses users;
  private final SessionCookie cookie;
  private final KnownDevices devices;
  private final Rates rates;

  public AccountRoutes(
      AccountUseCases useCases,
      UserResponses users,
      SessionCookie cookie,
      KnownDevices devices,
      Rates rates) {
    this.useCases = useCases;
    this.users = users;
    this.cookie = cookie;
    this.devices = devices;
    this.rates = rates;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/auth/signup", Access.ANYONE, this::signUp),
        Route.post("/api/auth/login", Access.ANYONE, this::logIn),
        Route.post("/api/auth/logout", Access.SIGNED_IN, this::logOut),
        Route.get("/api/auth/me", Access.SIGNED_IN, this::me));
  }

  private Reply signUp(Exchange exchange) {
    boolean inBody = tokenInBody(exchange);
    rates.signUps().check(exchange.address());
    SignUp.Command command =
        exchange.body(SignUpRequest.class).command().from(exchange.address(), software(exchange));
    return useCases
        .signUp()
        .signUp(command)
        .fold(
            loggedIn -> loggedIn(exchange, loggedIn, inBody),
            refusal ->
                switch (refusal) {
                  case EMAIL_TAKEN -> Problem.of(ErrorCode.EMAIL_TAKEN);
                  case GUESSABLE_PASSWORD -> Problem.of(ErrorCode.GUESSABLE_PASSWORD);
                  case BUSY -> Problem.retryAfter(ErrorCode.RATE_LIMITED, BUSY);
                });
  }

  private Reply logIn(Exchange exchange) {
    boolean inBody = tokenInBody(exchange);
    LogInRequest request;
    Email email;
    try {
      request = exchange.body(LogInRequest.class);
      email = Email.parse(required("email", request.email()));
    } catch (InvalidValueException e) {
      rates.logIns().check(exchange.address());
      throw e;
    }
    LogIn.Source source =
        new LogIn.Source(exchange.site(), devices.find(exchange, email), software(exchange));
    RateLimiter.Permit permit =
        source.knownDevice().isPresent()
            ? RateLimiter.Permit.UNCOUNTED
            : rates.logIns().check(exchange.address());
    return useCases
        .logIn()
        .logIn(
            new LogIn.Command(
                email, required("password", request.password()), source, code(request)))
        .fold(
            loggedIn -> {
              permit.giveBack();
              return loggedIn(exchange, loggedIn, inBody);
            },
            refusal -> {
              logFailure(exchange, refusal);
              return refused(refusal, permit);
            });
  }

  /** For programs that block addresses: docs/deploy/fail2ban has a filter for these lines. */
  private static void logFailure(Exchange exchange, LogIn.Refusal refusal) {
    Optional<String> why =
        switch (refusal.reason()) {
          case BAD_CREDENTIALS -> Optional.of("wrong e-mail or password");
          case WRONG_CODE -> Optional.of("wrong code");
          case TOO_MANY_FAILURES -> Optional.of("too many failures");
          case SECOND_FACTOR_REQUIRED, ACCOUNT_DISABLED, BUSY -> Optional.empty();
        };
    why.ifPresent(
        reason ->
            LOG_INS
                .atWarn()
                .addKeyValue("address", exchange.clientAddress())
                .addKeyValue("reason", reason)
                .log("failed log-in from {}: {}", exchange.clientAddress(), reason));
  }

  /** A form may send an empty code, which is none. */
  private static Optional<String> code(LogInRequest request) {
    return filled(request.code()).map(LogInCodes::check);
  }

  /** Only wrong passwords and codes count against a network, because people may share one. */
  private static Reply refused(LogIn.Refusal refusal, RateLimiter.Permit permit) {
    return switch (refusal.reason()) {
      case BAD_CREDENTIALS ->
          Problem.of(ErrorCode.UNAUTHENTICATED, "The e-mail address or the password is wrong.");
      case SECOND_FACTOR_REQUIRED -> {
        permit.giveBack();
        yield Problem.of(ErrorCode.SECOND_FACTOR_REQUIRED);
      }
      case WRONG_CODE ->
          Problem.of(
              ErrorCode.SECOND_FACTOR_REQUIRED, "The code is wrong, or has been used before.");
      case ACCOUNT_DISABLED -> {
        permit.giveBack();
        yield Problem.of(ErrorCode.ACCOUNT_DISABLED);
      }
      case TOO_MANY_FAILURES -> Problem.retryAfter(ErrorCode.RATE_LIMITED, refusal.retryAfter());
      case BUSY -> {
        permit.giveBack();
        yield Problem.retryAfter(ErrorCode.RATE_LIMITED, refusal.retryAfter());
      }
    };
  }

  private Reply logOut(Exchange exchange) {
    exchange.noBody();
    boolean everywhere = everywhere(exchange);
    useCases.logOut().logOut(new LogOut.Command(exchange.actor(), everywhere));
    return cookie.loggedOut();
  }

  private Reply me(Exchange exchange) {
    return users
        .find(exchange.actor())
        .<Reply>map(user -> Reply.ok("user", user))
        .orElseGet(() -> Problem.of(ErrorCode.UNAUTHENTICATED));
  }

  /**
   * Either the token in the reply, for apps and servers that keep it themselves, or cookies. The
   * session cookie comes first, because simple clients read only one.
   */
  private Reply loggedIn(Exchange exchange, OpenedSession loggedIn, boolean inBody) {
    UserResponse user = users.of(loggedIn);
    if (inBody) {
      return Reply.ok(Map.of("user", user, "token", loggedIn.token()));
    }
    return Reply.ok("user", user)
        .withCookie(cookie.set(loggedIn.token()))
        .withCookie(devices.mark(exchange, loggedIn.account().email()));
  }

  private static ClientSoftware software(Exchange exchange) {
    return UserAgents.read(exchange.header("User-Agent"));
  }

  private static boolean tokenInBody(Exchange exchange) {
    return exchange
        .query("token")
        .map(
            text -> {
              if (!text.equals("body")) {
                throw new InvalidValueException("token", "must be body", Code.UNKNOWN_VALUE);
              }
              return true;
            })
        .orElse(false);
  }

  private static boolean everywhere(Exchange exchange) {
    return exchange.yesOrNo("everywhere").orElse(false);
  }
}
