package io.healthconnect.rest.administration;

import io.healthconnect.application.account.IssueResetLink;
import io.healthconnect.application.administration.AdministrationUseCases;
import io.healthconnect.application.administration.DecideOnAccount;
import io.healthconnect.application.administration.HandOutResetLink;
import io.healthconnect.application.administration.ListAccounts;
import io.healthconnect.application.administration.RejectDoctor;
import io.healthconnect.application.administration.RemoveSecondFactor;
import io.healthconnect.application.administration.ShowAccount;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.AccountState;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Cursors;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What admins see of accounts and decide about them. */
public final class AdminRoutes {
  private static final int MAX_QUERY = 200;
  private static final String USERS = "/api/admin/users";

  record UsersResponse(List<ManagedUser> users, @Nullable String nextCursor) {}

  /**
   * @param reason for the doctor to read
   */
  record RejectRequest(@Nullable String reason) {}

  /**
   * @param url a path of this server; only the fragment is secret
   */
  record ResetLinkResponse(String url, String expiresAt) {
    @Override
    public String toString() {
      return "ResetLinkResponse[hidden]";
    }
  }

  private final AdministrationUseCases useCases;

  public AdminRoutes(AdministrationUseCases useCases) {
    this.useCases = useCases;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(USERS, Access.ADMIN, this::list),
        Route.get(USERS + "/{id}", Access.ADMIN, this::show),
        decision("approve", Decision.APPROVE),
        Route.post(USERS + "/{id}/reject", Access.ADMIN, this::reject),
        decision("disable", Decision.DISABLE),
        decision("enable", Decision.ENABLE),
        Route.post(USERS + "/{id}/reset-link", Access.ADMIN, this::resetLink),
        Route.delete(USERS + "/{id}/totp", Access.ADMIN, this::removeSecondFactor));
  }

  private Route decision(String verb, Decision decision) {
    return Route.post(
        USERS + "/{id}/" + verb, Access.ADMIN, exchange -> decide(exchange, decision));
  }

  private Reply list(Exchange exchange) {
    String text = exchange.text("q").orElse("");
    if (text.length() > MAX_QUERY) {
      throw InvalidValueException.tooLong("q", MAX_QUERY);
    }
    AccountSearch search =
        new AccountSearch(
            SearchWords.of(text),
            exchange.query("role").map(Role::parse),
            exchange.query("state").map(AccountState::parse),
            exchange.page());
    return useCases
        .list()
        .listAccounts(new ListAccounts.Query(exchange.actor(), search))
        .fold(
            AdminRoutes::page,
            refusal ->
                switch (refusal) {
                  case NOT_AN_ADMIN -> Problem.of(ErrorCode.FORBIDDEN);
                });
  }

  private static Reply page(Page<Account> page) {
    return Reply.ok(new UsersResponse(page.map(ManagedUser::of).items(), Cursors.next(page)));
  }

  private Reply show(Exchange exchange) {
    return useCases
        .show()
        .showAccount(new ShowAccount.Query(exchange.actor(), id(exchange)))
        .fold(
            details -> Reply.ok("user", ManagedUser.Detailed.of(details)),
            refusal ->
                switch (refusal) {
                  case NOT_AN_ADMIN -> Problem.of(ErrorCode.FORBIDDEN);
                  case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
                });
  }

  private Reply decide(Exchange exchange, Decision decision) {
    exchange.noBody();
    return decided(decideWithoutReason(exchange, decision));
  }

  private Reply reject(Exchange exchange) {
    RejectRequest request = exchange.bodyOr(RejectRequest.class, new RejectRequest(null));
    return decided(
        Optional.ofNullable(request.reason())
            .map(RejectionReason::new)
            .map(reason -> new RejectDoctor.Command(exchange.actor(), id(exchange), reason))
            .map(command -> useCases.reject().rejectDoctor(command))
            .orElseGet(() -> decideWithoutReason(exchange, Decision.REJECT)));
  }

  private Result<Account, DecideOnAccount.Refusal> decideWithoutReason(
      Exchange exchange, Decision decision) {
    return useCases
        .decide()
        .decideOnAccount(new DecideOnAccount.Command(exchange.actor(), id(exchange), decision));
  }

  private static Reply decided(Result<Account, DecideOnAccount.Refusal> result) {
    return result.fold(
        account -> Reply.ok("user", ManagedUser.of(account)),
        refusal ->
            switch (refusal) {
              case NOT_AN_ADMIN -> Problem.of(ErrorCode.FORBIDDEN);
              case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
              case NOT_A_DOCTOR -> Problem.of(ErrorCode.ILLEGAL_TRANSITION);
              case LAST_ADMIN -> Problem.of(ErrorCode.LAST_ADMIN);
            });
  }

  private Reply resetLink(Exchange exchange) {
    exchange.noBody();
    return useCases
        .handOutResetLink()
        .handOutResetLink(new HandOutResetLink.Command(exchange.actor(), id(exchange)))
        .fold(
            issued -> Reply.ok("resetLink", link(issued)),
            refusal ->
                switch (refusal) {
                  case NOT_AN_ADMIN -> Problem.of(ErrorCode.FORBIDDEN);
                  case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
                  case ACCOUNT_DISABLED -> Problem.of(ErrorCode.ILLEGAL_TRANSITION);
                });
  }

  private Reply removeSecondFactor(Exchange exchange) {
    exchange.noBody();
    return useCases
        .removeSecondFactor()
        .removeSecondFactor(
            new RemoveSecondFactor.Command(Optional.of(exchange.actor()), id(exchange)))
        .fold(
            account -> Reply.ok("user", ManagedUser.of(account)),
            refusal ->
                switch (refusal) {
                  case NOT_AN_ADMIN -> Problem.of(ErrorCode.FORBIDDEN);
                  case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
                  case OWN_ACCOUNT -> Problem.of(ErrorCode.ILLEGAL_TRANSITION);
                });
  }

  private static ResetLinkResponse link(IssueResetLink.Issued issued) {
    return new ResetLinkResponse(
        "/reset#" + issued.secret(), WireTimes.instant(issued.expiresAt()));
  }

  private static AccountId id(Exchange exchange) {
    return new AccountId(exchange.path("id"));
  }
}
