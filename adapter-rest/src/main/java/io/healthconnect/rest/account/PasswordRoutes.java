package io.healthconnect.rest.account;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.account.ChangePassword;
import io.healthconnect.application.account.ResetPassword;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.Password;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new password: with the current one, or with the secret of a reset link. */
public final class PasswordRoutes {
  record ChangePasswordRequest(@Nullable String currentPassword, @Nullable String newPassword) {
    @Override
    public String toString() {
      return "ChangePasswordRequest[hidden]";
    }
  }

  record ResetRequest(@Nullable String token, @Nullable String newPassword) {
    @Override
    public String toString() {
      return "ResetRequest[hidden]";
    }
  }

  private static final Duration BUSY = Duration.ofSeconds(1);

  private final ChangePassword changePassword;
  private final ResetPassword resetPassword;
  private final KnownDevices devices;
  private final RateLimiter resets;

  /**
   * @param resets how often an address may try a link that does not work
   */
  public PasswordRoutes(
      ChangePassword changePassword,
      ResetPassword resetPassword,
      KnownDevices devices,
      RateLimiter resets) {
    this.changePassword = changePassword;
    this.resetPassword = resetPassword;
    this.devices = devices;
    this.resets = resets;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/auth/password", Access.SIGNED_IN, this::changePassword),
        Route.post("/api/auth/reset", Access.ANYONE, this::reset));
  }

  private Reply changePassword(Exchange exchange) {
    ChangePasswordRequest request = exchange.body(ChangePasswordRequest.class);
    ChangePassword.Command command =
        new ChangePassword.Command(
            exchange.actor(),
            required("currentPassword", request.currentPassword()),
            newPassword(required("newPassword", request.newPassword())));
    return changePassword
        .changePassword(command)
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

  private Reply reset(Exchange exchange) {
    RateLimiter.Permit permit = resets.check(exchange.address());
    ResetRequest request = exchange.body(ResetRequest.class);
    ResetPassword.Command command =
        new ResetPassword.Command(
            required("token", request.token()),
            newPassword(required("newPassword", request.newPassword())),
            exchange.site());
    return resetPassword
        .resetPassword(command)
        .fold(
            account -> {
              permit.giveBack();
              return Reply.noContent().withCookie(devices.mark(exchange, account.email()));
            },
            refusal ->
                switch (refusal) {
                  case INVALID_TOKEN -> Problem.of(ErrorCode.INVALID_TOKEN);
                  case GUESSABLE_PASSWORD -> Problem.of(ErrorCode.GUESSABLE_PASSWORD);
                  case BUSY -> {
                    permit.giveBack();
                    yield Problem.retryAfter(ErrorCode.RATE_LIMITED, BUSY);
                  }
                });
  }

  private static Password newPassword(String text) {
    try {
      return new Password(text);
    } catch (InvalidValueException e) {
      throw e.in("newPassword");
    }
  }
}
