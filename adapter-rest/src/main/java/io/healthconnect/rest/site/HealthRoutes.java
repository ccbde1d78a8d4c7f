package io.healthconnect.rest.site;

import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Problem;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Whether the process runs, and whether it should be sent requests. */
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
