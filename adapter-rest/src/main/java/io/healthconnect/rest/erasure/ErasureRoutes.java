package io.healthconnect.rest.erasure;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.erasure.EraseAccount;
import io.healthconnect.application.erasure.EraseOwnAccount;
import io.healthconnect.application.erasure.ErasureUseCases;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.SessionCookie;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Erases accounts, which nothing undoes. */
public final class ErasureRoutes {
  record EraseRequest(@Nullable String password) {
    @Override
    public String toString() {
      return "EraseRequest[hidden]";
    }
  }

  private final ErasureUseCases useCases;
  private final SessionCookie cookie;

  public ErasureRoutes(ErasureUseCases useCases, SessionCookie cookie) {
    this.useCases = useCases;
    this.cookie = cookie;
  }

  public List<Route> routes() {
    return List.of(
        Route.delete("/api/me", Access.SIGNED_IN, this::eraseOwn),
        Route.post("/api/admin/users/{id}/erase", Access.ADMIN, this::erase));
  }

  private Reply eraseOwn(Exchange exchange) {
    String password = required("password", exchange.body(EraseRequest.class).password());
    return useCases
        .eraseOwn()
        .eraseOwnAccount(new EraseOwnAccount.Command(exchange.actor(), password))
        .fold(
            erased -> cookie.loggedOut(),
            refusal ->
                switch (refusal.reason()) {
                  case WRONG_PASSWORD -> Problem.of(ErrorCode.WRONG_PASSWORD);
                  case LAST_ADMIN -> Problem.of(ErrorCode.LAST_ADMIN);
                  case TOO_MANY_FAILURES, BUSY ->
                      Problem.retryAfter(ErrorCode.RATE_LIMITED, refusal.retryAfter());
                });
  }

  private Reply erase(Exchange exchange) {
    exchange.noBody();
    EraseAccount.Command command =
        new EraseAccount.Command(exchange.actor(), new AccountId(exchange.path("id")));
    return useCases
        .eraseAccount()
        .eraseAccount(command)
        .fold(
            erased -> Reply.noContent(),
            refusal ->
                switch (refusal) {
                  case NOT_AN_ADMIN -> Problem.of(ErrorCode.FORBIDDEN);
                  case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
                  case LAST_ADMIN -> Problem.of(ErrorCode.LAST_ADMIN);
                });
  }
}
