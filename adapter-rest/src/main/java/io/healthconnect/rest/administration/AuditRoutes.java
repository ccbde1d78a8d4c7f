package io.healthconnect.rest.administration;

import io.healthconnect.application.account.FindAccount;
import io.healthconnect.application.audit.AuditUseCases;
import io.healthconnect.application.audit.ReadAudit;
import io.healthconnect.application.audit.ReadOwnAudit;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Cursors;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The audit log: for people what concerns them, for admins everything. */
public final class AuditRoutes {
  /** Somebody by the name of today; the name is null once the account is gone. */
  record PersonResponse(String id, @Nullable String role, @Nullable String name) {}

  /**
   * @param actor null for somebody unknown, and for whoever runs the server
   * @param objectId the appointment or image that was read
   * @param sessionId people see only those of their own
   */
  record EntryResponse(
      long number,
      String at,
      String action,
      @Nullable PersonResponse actor,
      @Nullable PersonResponse subject,
      @Nullable String objectId,
      @Nullable String sessionId) {}

  record EntriesResponse(List<EntryResponse> entries, @Nullable String nextCursor) {}

  private final AuditUseCases useCases;
  private final FindAccount accounts;

  public AuditRoutes(AuditUseCases useCases, FindAccount accounts) {
    this.useCases = useCases;
    this.accounts = accounts;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/me/audit", Access.SIGNED_IN, this::own),
        Route.get("/api/admin/audit", Access.ADMIN, this::all));
  }

  private Reply own(Exchange exchange) {
    AccountId self = exchange.actor().id();
    return page(
        useCases.readOwn().readOwnAudit(new ReadOwnAudit.Query(exchange.actor(), exchange.page())),
        event -> event.actor().equals(Optional.of(self)));
  }

  private Reply all(Exchange exchange) {
    Optional<AccountId> subject = exchange.query("userId").map(AccountId::new);
    return useCases
        .read()
        .readAudit(new ReadAudit.Query(exchange.actor(), subject, exchange.page()))
        .fold(
            page -> page(page, event -> true),
            refusal ->
                switch (refusal) {
                  case NOT_AN_ADMIN -> Problem.of(ErrorCode.FORBIDDEN);
                });
  }

  private Reply page(Page<AuditEntry> page, Predicate<AuditEvent> sessionIsShown) {
    Set<AccountId> ids = new HashSet<>();
    for (AuditEntry entry : page.items()) {
      entry.event().actor().ifPresent(ids::add);
      entry.event().subject().ifPresent(ids::add);
    }
    Map<AccountId, Account> people = accounts.findAccount(ids);
    return Reply.ok(
        new EntriesResponse(
            page.items().stream().map(entry -> entry(entry, people, sessionIsShown)).toList(),
            Cursors.next(page)));
  }

  private static EntryResponse entry(
      AuditEntry entry, Map<AccountId, Account> people, Predicate<AuditEvent> sessionIsShown) {
    AuditEvent event = entry.event();
    return new EntryResponse(
        entry.number(),
        WireTimes.instant(event.at()),
        event.action().code(),
        person(event.actor(), people),
        person(event.subject(), people),
        event.object().orElse(null),
        event
            .session()
            .filter(session -> sessionIsShown.test(event))
            .map(SessionId::value)
            .orElse(null));
  }

  private static @Nullable PersonResponse person(
      Optional<AccountId> id, Map<AccountId, Account> people) {
    return id.map(
            known ->
                Optional.ofNullable(people.get(known))
                    .map(
                        account ->
                            new PersonResponse(
                                known.value(), account.role().code(), account.name().value()))
                    .orElseGet(() -> new PersonResponse(known.value(), null, null)))
        .orElse(null);
  }
}
