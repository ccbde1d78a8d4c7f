package io.healthconnect.rest.administration;

import io.healthconnect.application.administration.ShowSystem;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;

/** How the system is doing, for admins. */
public final class SystemRoutes {
  private final ShowSystem showSystem;

  public SystemRoutes(ShowSystem showSystem) {
    this.showSystem = showSystem;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/admin/system", Access.ADMIN, this::show));
  }

  private Reply show(Exchange exchange) {
    return showSystem
        .showSystem(exchange.actor())
        .fold(
            report -> Reply.ok("system", SystemResponse.of(report)),
            refusal ->
                switch (refusal) {
                  case NOT_AN_ADMIN -> Problem.of(ErrorCode.FORBIDDEN);
                });
  }
}
