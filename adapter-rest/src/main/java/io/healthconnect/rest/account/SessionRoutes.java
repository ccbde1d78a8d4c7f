package io.healthconnect.rest.account;

import io.healthconnect.application.account.EndSession;
import io.healthconnect.application.account.SessionUseCases;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a person is logged in. */
public final class SessionRoutes {
  /**
   * @param device browser and system in English words; the two stand beside it for other languages
   */
  record SessionResponse(
      String id,
      @Nullable String device,
      @Nullable String browser,
      @Nullable String system,
      String firstSeenAt,
      String lastSeenAt,
      boolean current) {
    static SessionResponse of(Session session, SessionId current) {
      ClientSoftware software = session.software();
      return new SessionResponse(
          session.id().value(),
          device(software).orElse(null),
          software.browser().orElse(null),
          software.system().orElse(null),
          WireTimes.instant(session.createdAt()),
          WireTimes.instant(session.lastSeenAt()),
          session.id().equals(current));
    }

    private static Optional<String> device(ClientSoftware software) {
      return software
          .browser()
          .map(
              browser -> software.system().map(system -> browser + " on " + system).orElse(browser))
          .or(software::system);
    }
  }

  private final SessionUseCases useCases;

  public SessionRoutes(SessionUseCases useCases) {
    this.useCases = useCases;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/auth/sessions", Access.SIGNED_IN, this::list),
        Route.delete("/api/auth/sessions", Access.SIGNED_IN, this::endOthers),
        Route.delete("/api/auth/sessions/{id}", Access.SIGNED_IN, this::end));
  }

  private Reply list(Exchange exchange) {
    SessionId current = exchange.actor().sessionId();
    return Reply.ok(
        "sessions",
        useCases.list().listSessions(exchange.actor()).stream()
            .map(session -> SessionResponse.of(session, current))
            .toList());
  }

  private Reply endOthers(Exchange exchange) {
    exchange.noBody();
    useCases.endOthers().endOtherSessions(exchange.actor());
    return Reply.noContent();
  }

  private Reply end(Exchange exchange) {
    exchange.noBody();
    SessionId wanted = new SessionId(exchange.path("id"));
    return useCases
        .end()
        .endSession(new EndSession.Command(exchange.actor(), wanted))
        .fold(
            ended -> Reply.noContent(),
            refusal ->
                switch (refusal) {
                  case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
                });
  }
}
