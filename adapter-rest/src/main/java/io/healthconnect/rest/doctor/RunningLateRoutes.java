package io.healthconnect.rest.doctor;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.appointment.SayRunningLate;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The route by which a doctor says that they are running late. */
public final class RunningLateRoutes {
  record RunningLateRequest(@Nullable Integer minutes) {}

  private final SayRunningLate sayRunningLate;
  private final RateLimiter changes;

  /**
   * @param changes limits how often each person changes anything about appointments
   */
  public RunningLateRoutes(SayRunningLate sayRunningLate, RateLimiter changes) {
    this.sayRunningLate = sayRunningLate;
    this.changes = changes;
  }

  public List<Route> routes() {
    return List.of(Route.put("/api/doctors/me/running-late", Access.DOCTOR, this::say));
  }

  private Reply say(Exchange exchange) {
    int minutes = required("minutes", exchange.body(RunningLateRequest.class).minutes());
    changes.check(exchange.actor().id().value());
    return sayRunningLate.sayRunningLate(exchange.actor(), minutes)
        ? Reply.noContent()
        : Problem.of(ErrorCode.FORBIDDEN);
  }
}
