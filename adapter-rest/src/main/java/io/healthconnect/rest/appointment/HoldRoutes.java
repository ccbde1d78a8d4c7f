package io.healthconnect.rest.appointment;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.appointment.AppointmentUseCases;
import io.healthconnect.application.appointment.BookingRefusal;
import io.healthconnect.application.appointment.HoldSlot;
import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.TimeParser;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Routes that keep a slot free for a patient who is about to book it. */
public final class HoldRoutes {
  record HoldRequest(@Nullable String date, @Nullable String startTime) {}

  record HoldResponse(String id, String expiresAt) {
    private static HoldResponse of(Hold hold) {
      return new HoldResponse(hold.id().value(), WireTimes.instant(hold.expiresAt()));
    }
  }

  private final AppointmentUseCases useCases;
  private final FindSlots findSlots;
  private final RateLimiter holds;

  /**
   * @param holds limits how many slots each patient asks to hold
   */
  public HoldRoutes(AppointmentUseCases useCases, FindSlots findSlots, RateLimiter holds) {
    this.useCases = useCases;
    this.findSlots = findSlots;
    this.holds = holds;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/doctors/{id}/holds", Access.PATIENT, this::hold),
        Route.delete("/api/holds/{id}", Access.PATIENT, this::release));
  }

  private Reply hold(Exchange exchange) {
    HoldRequest request = exchange.body(HoldRequest.class);
    HoldSlot.Command command =
        new HoldSlot.Command(
            exchange.actor(),
            DoctorId.of(exchange.path("id")),
            TimeParser.date("date", required("date", request.date())),
            TimeParser.time("startTime", required("startTime", request.startTime())));
    holds.check(exchange.actor().id().value());
    return useCases
        .hold()
        .holdSlot(command)
        .fold(
            hold ->
                new Reply.Content(
                    201, "application/json", Map.of("hold", HoldResponse.of(hold)), Map.of()),
            refusal ->
                refusal == BookingRefusal.SLOT_TAKEN
                    ? AppointmentReplies.taken(findSlots, command.doctor())
                    : Problem.of(BookingRoutes.code(refusal)));
  }

  private Reply release(Exchange exchange) {
    boolean released =
        useCases.releaseHold().releaseHold(exchange.actor(), new HoldId(exchange.path("id")));
    return released ? Reply.noContent() : Problem.of(ErrorCode.NOT_FOUND);
  }
}
