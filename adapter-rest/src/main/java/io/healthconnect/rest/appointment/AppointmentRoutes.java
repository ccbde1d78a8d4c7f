package io.healthconnect.rest.appointment;

import static io.healthconnect.rest.http.Fields.required;

import io.healthconnect.application.appointment.AppointmentUseCases;
import io.healthconnect.application.appointment.ChangeAppointment;
import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.application.appointment.FindAppointment;
import io.healthconnect.application.appointment.ListAppointments;
import io.healthconnect.application.view.AppointmentView;
import io.healthconnect.application.view.Views;
import io.healthconnect.domain.Identifiers;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.Cursors;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Problem;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import io.healthconnect.rest.http.TimeTexts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Visits once they are booked; {@link BookingRoutes} finds them their time. */
public final class AppointmentRoutes {
  record DeclineRequest(@Nullable String reason) {}

  record CancelRequest(@Nullable String reason) {}

  record NotesRequest(@Nullable String notes) {}

  record ReviewRequest(@Nullable Integer rating, @Nullable String review) {}

  record AppointmentsResponse(List<AppointmentView> appointments, @Nullable String nextCursor) {}

  private final AppointmentUseCases useCases;
  private final Views views;

  public AppointmentRoutes(AppointmentUseCases useCases, Views views) {
    this.useCases = useCases;
    this.views = views;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/appointments", Access.SIGNED_IN, this::list),
        Route.get("/api/appointments/{id}", Access.SIGNED_IN, this::find),
        Route.post("/api/appointments/{id}/confirm", Access.DOCTOR, this::confirm),
        Route.post("/api/appointments/{id}/decline", Access.DOCTOR, this::decline),
        Route.post("/api/appointments/{id}/cancel", Access.SIGNED_IN, this::cancel),
        Route.post("/api/appointments/{id}/complete", Access.DOCTOR, this::complete),
        Route.post("/api/appointments/{id}/no-show", Access.DOCTOR, this::noShow),
        Route.put("/api/appointments/{id}/notes", Access.DOCTOR, this::notes),
        Route.put("/api/appointments/{id}/review", Access.PATIENT, this::review));
  }

  private Reply list(Exchange exchange) {
    ListAppointments.Query query =
        new ListAppointments.Query(
            exchange.actor(),
            exchange.query("with").map(id -> new AccountId(Identifiers.check("with", id))),
            exchange.query("status").map(AppointmentRoutes::statuses).orElse(Set.of()),
            exchange.query("from").map(text -> TimeTexts.instant("from", text)),
            exchange.query("to").map(text -> TimeTexts.instant("to", text)),
            exchange.query("order").map(AppointmentRoutes::descending).orElse(false),
            exchange.page());
    var page = useCases.list().handle(query);
    return Reply.ok(new AppointmentsResponse(views.of(page.items()), Cursors.next(page)));
  }

  private Reply find(Exchange exchange) {
    return useCases
        .find()
        .handle(new FindAppointment.Query(exchange.actor(), id(exchange)))
        .<Reply>map(visit -> AppointmentReplies.of(200, views.of(visit)))
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private Reply confirm(Exchange exchange) {
    exchange.noBody();
    return change(exchange, new Intent.Confirm());
  }

  private Reply decline(Exchange exchange) {
    DeclineRequest request = exchange.bodyOr(DeclineRequest.class, new DeclineRequest(null));
    return change(exchange, new Intent.Decline(Optional.ofNullable(request.reason())));
  }

  private Reply cancel(Exchange exchange) {
    String reason = required("reason", exchange.body(CancelRequest.class).reason());
    return change(exchange, new Intent.Cancel(reason));
  }

  private Reply complete(Exchange exchange) {
    exchange.noBody();
    return change(exchange, new Intent.Complete());
  }

  private Reply noShow(Exchange exchange) {
    exchange.noBody();
    return change(exchange, new Intent.NoShow());
  }

  private Reply notes(Exchange exchange) {
    String notes = required("notes", exchange.body(NotesRequest.class).notes());
    return change(exchange, new Intent.WriteNotes(notes));
  }

  private Reply review(Exchange exchange) {
    ReviewRequest request = exchange.body(ReviewRequest.class);
    int rating = required("rating", request.rating());
    String text = Optional.ofNullable(request.review()).orElse("");
    return change(exchange, new Intent.Review(rating, text));
  }

  private Reply change(Exchange exchange, Intent intent) {
    ChangeAppointment.Command command =
        new ChangeAppointment.Command(exchange.actor(), id(exchange), exchange.ifMatch(), intent);
    return useCases
        .change()
        .handle(command)
        .fold(visit -> reply(visit), refusal -> Problem.of(code(refusal, exchange)));
  }

  private Reply reply(Appointment visit) {
    return AppointmentReplies.of(200, views.of(visit));
  }

  private static ErrorCode code(ChangeAppointment.Refusal refusal, Exchange exchange) {
    return switch (refusal) {
      case NOT_FOUND -> ErrorCode.NOT_FOUND;
      case WRONG_ROLE -> ErrorCode.FORBIDDEN;
      case ILLEGAL_TRANSITION -> ErrorCode.ILLEGAL_TRANSITION;
      case ALREADY_REVIEWED -> ErrorCode.ALREADY_REVIEWED;
      case STALE -> AppointmentReplies.stale(exchange);
    };
  }

  static AppointmentId id(Exchange exchange) {
    return new AppointmentId(exchange.path("id"));
  }

  private static Set<AppointmentStatus> statuses(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(AppointmentStatus::parse)
        .collect(Collectors.toSet());
  }

  private static boolean descending(String text) {
    return switch (text) {
      case "asc" -> false;
      case "desc" -> true;
      default -> throw new InvalidValueException("order", "must be asc or desc");
    };
  }
}
