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
  /**
   * Somebody by the name of today; the name is null once the account is gone.
   *
   * @param email tells apart those who have one name; only admins see it
   */
  record PersonResponse(
      String id, @Nullable String role, @Nullable String name, @Nullable String email) {}

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

  /**
   * What of an entry is shown to somebody.
   *
   * @param sessions the events whose session is shown
   * @param emails whether people are shown with their e-mail addresses
   */
  private record View(Predicate<AuditEvent> sessions, boolean emails) {
    @Nullable PersonResponse person(Optional<AccountId> id, Map<AccountId, Account> people) {
      return id.map(
              known ->
                  Optional.ofNullable(people.get(known))
                      .map(this::person)
                      .orElseGet(() -> new PersonResponse(known.value(), null, null, null)))
          .orElse(null);
    }

    private PersonResponse person(Account account) {
      return new PersonResponse(
          account.id().value(),
          account.role().code(),
          account.name().value(),
          emails && !account.standing().erased() ? account.email().value() : null);
    }
  }

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
        new View(event -> event.actor().equals(Optional.of(self)), false));
  }

  private Reply all(Exchange exchange) {
    Optional<AccountId> subject = exchange.query("userId").map(AccountId::new);
    return useCases
        .read()
        .readAudit(new ReadAudit.Query(exchange.actor(), subject, exchange.page()))
        .fold(
            page -> page(page, new View(event -> true, true)),
            refusal ->
                switch (refusal) {
                  case NOT_AN_ADMIN -> Problem.of(ErrorCode.FORBIDDEN);
                });
  }

  private Reply page(Page<AuditEntry> page, View view) {
    Set<AccountId> ids = new HashSet<>();
    for (AuditEntry entry : page.items()) {
      entry.event().actor().ifPresent(ids::add);
      entry.event().subject().ifPresent(ids::add);
    }
    Map<AccountId, Account> people = accounts.findAccount(ids);
    return Reply.ok(
        new EntriesResponse(
            page.items().stream().map(entry -> entry(entry, people, view)).toList(),
            Cursors.next(page)));
  }

  private static EntryResponse entry(AuditEntry entry, Map<AccountId, Account> people, View view) {
    AuditEvent event = entry.event();
    return new EntryResponse(
        entry.number(),
        WireTimes.instant(event.at()),
        event.action().code(),
        view.person(event.actor(), people),
        view.person(event.subject(), people),
        event.object().orElse(null),
        event
            .session()
            .filter(session -> view.sessions().test(event))
            .map(SessionId::value)
            .orElse(null));
  }
}
