package io.healthconnect.rest.call;

import io.healthconnect.application.account.FindAccount;
import io.healthconnect.application.call.ListCalls;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Cursors;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of ended calls. */
public final class CallRoutes {
  record CallPerson(String id, String name) {}

  record CallResponse(
      String id,
      CallPerson caller,
      CallPerson callee,
      @Nullable String appointmentId,
      String media,
      String state,
      String startedAt,
      @Nullable String answeredAt,
      @Nullable String endedAt,
      @Nullable String endReason) {}

  record CallsResponse(List<CallResponse> calls, @Nullable String nextCursor) {}

  private final ListCalls listCalls;
  private final FindAccount findAccount;

  public CallRoutes(ListCalls listCalls, FindAccount findAccount) {
    this.listCalls = listCalls;
    this.findAccount = findAccount;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/calls", Access.SIGNED_IN, this::list).inTurn());
  }

  private Reply list(Exchange exchange) {
    var page = listCalls.listCalls(exchange.actor(), exchange.page());
    Set<AccountId> people = new HashSet<>();
    for (CallRecord call : page.items()) {
      people.add(call.caller());
      people.add(call.callee());
    }
    Map<AccountId, Account> names = findAccount.findAccount(people);
    return Reply.ok(
        new CallsResponse(page.map(call -> response(call, names)).items(), Cursors.next(page)));
  }

  private static CallResponse response(CallRecord call, Map<AccountId, Account> names) {
    return new CallResponse(
        call.id().value(),
        person(call.caller(), names),
        person(call.callee(), names),
        call.appointment().map(id -> id.value()).orElse(null),
        call.media().code(),
        call.state().code(),
        WireTimes.instant(call.startedAt()),
        call.answeredAt().map(WireTimes::instant).orElse(null),
        call.endedAt().map(WireTimes::instant).orElse(null),
        call.endReason().map(EndReason::code).orElse(null));
  }

  private static CallPerson person(AccountId id, Map<AccountId, Account> names) {
    PersonName name =
        Optional.ofNullable(names.get(id)).map(Account::name).orElse(PersonName.FORMER);
    return new CallPerson(id.value(), name.value());
  }
}
