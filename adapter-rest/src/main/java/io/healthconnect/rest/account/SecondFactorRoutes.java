package io.healthconnect.rest.account;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.account.ConfirmSecondFactor;
import io.healthconnect.application.account.SecondFactorUseCases;
import io.healthconnect.application.account.TurnOffSecondFactor;
import io.healthconnect.domain.account.RecoveryCode;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second factor of log-ins: an authenticator app. */
public final class SecondFactorRoutes {
  private static final String TOTP = "/api/auth/totp";

  /**
   * @param uri what the app reads from a QR code
   * @param secret what people type into the app instead
   */
  record TotpResponse(String uri, String secret) {
    @Override
    public String toString() {
      return "TotpResponse[hidden]";
    }
  }

  record ConfirmRequest(@Nullable String code) {
    @Override
    public String toString() {
      return "ConfirmRequest[hidden]";
    }
  }

  record TurnOffRequest(@Nullable String password) {
    @Override
    public String toString() {
      return "TurnOffRequest[hidden]";
    }
  }

  private final SecondFactorUseCases useCases;

  public SecondFactorRoutes(SecondFactorUseCases useCases) {
    this.useCases = useCases;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(TOTP, Access.SIGNED_IN, this::begin),
        Route.post(TOTP + "/confirm", Access.SIGNED_IN, this::confirm),
        Route.delete(TOTP, Access.SIGNED_IN, this::turnOff));
  }

  private Reply begin(Exchange exchange) {
    exchange.noBody();
    return useCases
        .begin()
        .beginSecondFactor(exchange.actor())
        .fold(
            begun -> Reply.ok(new TotpResponse(begun.uri(), begun.secret().base32())),
            refusal ->
                switch (refusal) {
                  case ALREADY_ON -> Problem.of(ErrorCode.ILLEGAL_TRANSITION);
                });
  }

  private Reply confirm(Exchange exchange) {
    String code = LogInCodes.check(required("code", exchange.body(ConfirmRequest.class).code()));
    return useCases
        .confirm()
        .confirmSecondFactor(new ConfirmSecondFactor.Command(exchange.actor(), code))
        .fold(
            codes -> Reply.ok("recoveryCodes", codes.stream().map(RecoveryCode::value).toList()),
            refusal ->
                switch (refusal) {
                  case WRONG_CODE -> Problem.of(ErrorCode.WRONG_CODE);
                  case NOT_BEGUN -> Problem.of(ErrorCode.ILLEGAL_TRANSITION);
                });
  }

  private Reply turnOff(Exchange exchange) {
    String password = required("password", exchange.body(TurnOffRequest.class).password());
    return useCases
        .turnOff()
        .turnOffSecondFactor(new TurnOffSecondFactor.Command(exchange.actor(), password))
        .fold(
            account -> Reply.noContent(),
            refusal ->
                switch (refusal.reason()) {
                  case WRONG_PASSWORD -> Problem.of(ErrorCode.WRONG_PASSWORD);
                  case TOO_MANY_FAILURES, BUSY ->
                      Problem.retryAfter(ErrorCode.RATE_LIMITED, refusal.retryAfter());
                });
  }
}
