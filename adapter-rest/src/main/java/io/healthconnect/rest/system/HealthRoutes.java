package io.healthconnect.rest.system;

import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Liveness and readiness: whether the process runs, and whether it should receive requests. */
public final class HealthRoutes {
  record HealthResponse(String status) {}

  private final BooleanSupplier ready;

  public HealthRoutes(BooleanSupplier ready) {
    this.ready = ready;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/health/live", Access.ANYONE, this::live),
        Route.get("/health/ready", Access.ANYONE, this::ready));
  }

  private Reply live(Exchange exchange) {
    return Reply.ok(new HealthResponse("ok"));
  }

  private Reply ready(Exchange exchange) {
    return ready.getAsBoolean()
        ? Reply.ok(new HealthResponse("ok"))
        : Problem.retryAfter(ErrorCode.UNAVAILABLE, Duration.ofSeconds(2));
  }
}
