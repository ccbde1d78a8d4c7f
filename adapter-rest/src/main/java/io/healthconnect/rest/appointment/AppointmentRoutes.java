package io.healthconnect.rest.appointment;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.appointment.AppointmentUseCases;
import io.healthconnect.application.appointment.ChangeAppointment;
import io.healthconnect.application.appointment.ChangeAppointment.Intent;
import io.healthconnect.application.appointment.FindAppointment;
import io.healthconnect.application.appointment.ListAppointments;
import io.healthconnect.domain.Identifiers;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.edge.view.AppointmentResponse;
import io.healthconnect.edge.view.AppointmentResponses;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Cursors;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.FittedPage;
import io.healthconnect.rest.http.server.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Routes of booked appointments; {@link BookingRoutes} books and reschedules. */
public final class AppointmentRoutes {
  record DeclineRequest(@Nullable String reason) {}

  record CancelRequest(@Nullable String reason) {}

  record NotesRequest(@Nullable String notes, @Nullable Boolean autosave) {}

  record ReviewRequest(@Nullable Integer rating, @Nullable String review) {}

  record AppointmentsResponse(
      List<AppointmentResponse> appointments, @Nullable String nextCursor) {}

  private final AppointmentUseCases useCases;
  private final AppointmentResponses views;
  private final RateLimiter changes;

  /**
   * @param changes limits how many changes each person makes
   */
  public AppointmentRoutes(
      AppointmentUseCases useCases, AppointmentResponses views, RateLimiter changes) {
    this.useCases = useCases;
    this.views = views;
    this.changes = changes;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/appointments", Access.SIGNED_IN, this::list).inTurn(),
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
            AppointmentRanges.of(exchange),
            exchange.query("order").map(AppointmentRoutes::descending).orElse(false),
            exchange.yesOrNo("notes").orElse(true),
            exchange.page());
    FittedPage<Appointment> fitted =
        exchange.fitted(
            page ->
                new AppointmentsResponse(
                    views.of(page.items(), exchange.actor()), Cursors.next(page)));
    useCases.list().listAppointments(query, fitted);
    return Reply.ok(fitted.body());
  }

  private Reply find(Exchange exchange) {
    return useCases
        .find()
        .findAppointment(new FindAppointment.Query(exchange.actor(), id(exchange)))
        .<Reply>map(found -> AppointmentReplies.of(found, exchange.actor(), views))
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
    NotesRequest request = exchange.body(NotesRequest.class);
    boolean autosave = Boolean.TRUE.equals(request.autosave());
    return change(exchange, new Intent.WriteNotes(required("notes", request.notes()), autosave));
  }

  private Reply review(Exchange exchange) {
    ReviewRequest request = exchange.body(ReviewRequest.class);
    int rating = required("rating", request.rating());
    String text = Optional.ofNullable(request.review()).orElse("");
    return change(exchange, new Intent.Review(rating, text));
  }

  private Reply change(Exchange exchange, Intent intent) {
    changes.check(exchange.actor().id().value());
    return exchange.ifMatch(version -> change(exchange, intent, version));
  }

  private Reply change(Exchange exchange, Intent intent, Optional<Long> version) {
    ChangeAppointment.Command command =
        new ChangeAppointment.Command(exchange.actor(), id(exchange), version, intent);
    return useCases
        .change()
        .changeAppointment(command)
        .fold(
            appointment -> AppointmentReplies.of(200, views.of(appointment, exchange.actor())),
            refusal -> Problem.of(code(refusal, version)));
  }

  private static ErrorCode code(ChangeAppointment.Refusal refusal, Optional<Long> version) {
    return switch (refusal) {
      case NOT_FOUND -> ErrorCode.NOT_FOUND;
      case WRONG_ROLE -> ErrorCode.FORBIDDEN;
      case ILLEGAL_TRANSITION -> ErrorCode.ILLEGAL_TRANSITION;
      case TOO_EARLY -> ErrorCode.TOO_EARLY;
      case TOO_LATE -> ErrorCode.TOO_LATE;
      case LIMIT_REACHED -> ErrorCode.LIMIT_REACHED;
      case ALREADY_REVIEWED -> ErrorCode.ALREADY_REVIEWED;
      case STALE -> AppointmentReplies.stale(version);
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
      default ->
          throw new InvalidValueException("order", "must be asc or desc", Code.UNKNOWN_VALUE);
    };
  }
}
