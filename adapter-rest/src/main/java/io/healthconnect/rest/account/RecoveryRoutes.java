package io.healthconnect.rest.account;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.recovery.ChangeEmail;
import io.healthconnect.application.recovery.RecoveryUseCases;
import io.healthconnect.domain.account.Email;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recovery by mail: links for new passwords, and the confirmation of e-mail addresses. */
public final class RecoveryRoutes {
  record ForgotRequest(@Nullable String email) {}

  record VerifyRequest(@Nullable String token) {
    @Override
    public String toString() {
      return "VerifyRequest[hidden]";
    }
  }

  record EmailRequest(@Nullable String email, @Nullable String password) {
    @Override
    public String toString() {
      return "EmailRequest[hidden]";
    }
  }

  /**
   * How often something may be asked.
   *
   * @param mails mails that one client network, or one person, asks for
   * @param links links that do not work and are tried by one client network
   */
  public record Rates(RateLimiter mails, RateLimiter links) {}

  private final RecoveryUseCases useCases;
  private final KnownDevices devices;
  private final Rates rates;

  public RecoveryRoutes(RecoveryUseCases useCases, KnownDevices devices, Rates rates) {
    this.useCases = useCases;
    this.devices = devices;
    this.rates = rates;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/auth/forgot", Access.ANYONE, this::forgot),
        Route.post("/api/auth/verify", Access.ANYONE, this::verify),
        Route.put("/api/me/email", Access.SIGNED_IN, this::changeEmail));
  }

  /** Takes the same way whoever has the address. */
  private Reply forgot(Exchange exchange) {
    rates.mails().check("network " + exchange.address());
    Email email = Email.parse(required("email", exchange.body(ForgotRequest.class).email()));
    return useCases.requestReset().requestReset(email)
        ? Reply.noContent()
        : Problem.of(ErrorCode.MAIL_OFF);
  }

  private Reply verify(Exchange exchange) {
    RateLimiter.Permit permit = rates.links().check(exchange.address());
    String token = required("token", exchange.body(VerifyRequest.class).token());
    return useCases
        .confirmEmail()
        .confirmEmail(token)
        .fold(
            account -> {
              permit.giveBack();
              return Reply.noContent().withCookie(devices.mark(exchange, account.email()));
            },
            refusal ->
                switch (refusal) {
                  case INVALID_TOKEN -> Problem.of(ErrorCode.INVALID_TOKEN);
                  case EMAIL_TAKEN -> {
                    permit.giveBack();
                    yield Problem.of(ErrorCode.EMAIL_TAKEN);
                  }
                });
  }

  private Reply changeEmail(Exchange exchange) {
    EmailRequest request = exchange.body(EmailRequest.class);
    Email email = Email.parse(required("email", request.email()));
    String password = required("password", request.password());
    RateLimiter.Permit permit = rates.mails().check("person " + exchange.actor().id().value());
    return useCases
        .changeEmail()
        .changeEmail(new ChangeEmail.Command(exchange.actor(), email, password))
        .fold(account -> Reply.noContent(), refusal -> refused(refusal, permit));
  }

  private static Reply refused(ChangeEmail.Refusal refusal, RateLimiter.Permit permit) {
    // Who could ask as often as they like would learn whose addresses have accounts.
    if (refusal.reason() != ChangeEmail.Reason.EMAIL_TAKEN) {
      permit.giveBack();
    }
    return switch (refusal.reason()) {
      case WRONG_PASSWORD -> Problem.of(ErrorCode.WRONG_PASSWORD);
      case TOO_MANY_FAILURES, BUSY ->
          Problem.retryAfter(ErrorCode.RATE_LIMITED, refusal.retryAfter());
      case EMAIL_TAKEN -> Problem.of(ErrorCode.EMAIL_TAKEN);
      case MAIL_OFF -> Problem.of(ErrorCode.MAIL_OFF);
    };
  }
}
