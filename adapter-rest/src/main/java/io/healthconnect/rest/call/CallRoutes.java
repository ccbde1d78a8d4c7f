package io.healthconnect.rest.call;

import io.healthconnect.application.account.FindAccount;
import io.healthconnect.application.call.ListCalls;
import io.healthconnect.application.view.WireTimes;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.Cursors;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The log of ended calls. */
public final class CallRoutes {
  record CallPerson(String id, String name) {}

  record CallShape(
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

  record CallsResponse(List<CallShape> calls, @Nullable String nextCursor) {}

  private final ListCalls listCalls;
  private final FindAccount findAccount;

  public CallRoutes(ListCalls listCalls, FindAccount findAccount) {
    this.listCalls = listCalls;
    this.findAccount = findAccount;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/calls", Access.SIGNED_IN, this::list));
  }

  private Reply list(Exchange exchange) {
    var page = listCalls.handle(exchange.actor().id(), exchange.page());
    Set<AccountId> people = new HashSet<>();
    for (CallRecord call : page.items()) {
      people.add(call.caller());
      people.add(call.callee());
    }
    Map<AccountId, Account> names = findAccount.handle(people);
    return Reply.ok(
        new CallsResponse(page.map(call -> shape(call, names)).items(), Cursors.next(page)));
  }

  private static CallShape shape(CallRecord call, Map<AccountId, Account> names) {
    return new CallShape(
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
    String name =
        Optional.ofNullable(names.get(id)).map(a -> a.name().value()).orElse("Former user");
    return new CallPerson(id.value(), name);
  }
}
