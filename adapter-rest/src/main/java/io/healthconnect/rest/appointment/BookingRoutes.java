package io.healthconnect.rest.appointment;

import static io.healthconnect.rest.http.Fields.required;

import io.healthconnect.application.appointment.AppointmentUseCases;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.application.appointment.FindAppointment;
import io.healthconnect.application.appointment.RescheduleAppointment;
import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.application.view.Views;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.appointment.VisitMode;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.rest.doctor.SlotShape;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Problem;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import io.healthconnect.rest.http.TimeTexts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Taking a time: booking a visit and moving it. */
public final class BookingRoutes {
  private static final int NEXT_FREE = 3;

  record BookRequest(
      @Nullable String doctorId,
      @Nullable String date,
      @Nullable String startTime,
      @Nullable String mode,
      @Nullable String reason) {}

  record RescheduleRequest(
      @Nullable String date, @Nullable String startTime, @Nullable String reason) {}

  private final AppointmentUseCases useCases;
  private final FindSlots findSlots;
  private final Views views;
  private final Set<String> keysInFlight = ConcurrentHashMap.newKeySet();

  public BookingRoutes(AppointmentUseCases useCases, FindSlots findSlots, Views views) {
    this.useCases = useCases;
    this.findSlots = findSlots;
    this.views = views;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/appointments", Access.PATIENT, this::book),
        Route.post("/api/appointments/{id}/reschedule", Access.SIGNED_IN, this::reschedule));
  }

  private Reply book(Exchange exchange) {
    BookAppointment.Command command = command(exchange);
    if (command.idempotencyKey().isEmpty()) {
      return book(command);
    }
    String inFlight = exchange.actor().id() + " " + command.idempotencyKey().get();
    if (!keysInFlight.add(inFlight)) {
      return Problem.of(ErrorCode.IN_PROGRESS);
    }
    try {
      return book(command);
    } finally {
      keysInFlight.remove(inFlight);
    }
  }

  private Reply book(BookAppointment.Command command) {
    return useCases
        .book()
        .handle(command)
        .fold(
            visit -> AppointmentReplies.of(201, views.of(visit)),
            refusal ->
                switch (refusal) {
                  case NOT_A_PATIENT -> Problem.of(ErrorCode.FORBIDDEN);
                  case NO_SUCH_DOCTOR -> Problem.of(ErrorCode.NOT_FOUND);
                  case NONEXISTENT_LOCAL_TIME -> Problem.of(ErrorCode.NONEXISTENT_LOCAL_TIME);
                  case IN_THE_PAST -> Problem.of(ErrorCode.IN_THE_PAST);
                  case OUTSIDE_SCHEDULE -> Problem.of(ErrorCode.OUTSIDE_SCHEDULE);
                  case SLOT_TAKEN -> taken(command.doctor());
                  case PATIENT_BUSY -> Problem.of(ErrorCode.PATIENT_BUSY);
                  case KEY_REUSED -> Problem.of(ErrorCode.KEY_REUSE);
                });
  }

  private Reply reschedule(Exchange exchange) {
    RescheduleRequest request = exchange.body(RescheduleRequest.class);
    RescheduleAppointment.Command command =
        new RescheduleAppointment.Command(
            exchange.actor(),
            AppointmentRoutes.id(exchange),
            exchange.ifMatch(),
            TimeTexts.date("date", required("date", request.date())),
            TimeTexts.time("startTime", required("startTime", request.startTime())),
            Optional.ofNullable(request.reason()));
    return useCases
        .reschedule()
        .handle(command)
        .fold(
            visit -> AppointmentReplies.of(200, views.of(visit)),
            refusal ->
                switch (refusal) {
                  case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
                  case ILLEGAL_TRANSITION -> Problem.of(ErrorCode.ILLEGAL_TRANSITION);
                  case STALE -> Problem.of(AppointmentReplies.stale(exchange));
                  case NONEXISTENT_LOCAL_TIME -> Problem.of(ErrorCode.NONEXISTENT_LOCAL_TIME);
                  case IN_THE_PAST -> Problem.of(ErrorCode.IN_THE_PAST);
                  case OUTSIDE_SCHEDULE -> Problem.of(ErrorCode.OUTSIDE_SCHEDULE);
                  case SLOT_TAKEN -> taken(command);
                  case PATIENT_BUSY -> Problem.of(ErrorCode.PATIENT_BUSY);
                });
  }

  private Problem taken(RescheduleAppointment.Command command) {
    return useCases
        .find()
        .handle(new FindAppointment.Query(command.actor(), command.id()))
        .map(visit -> taken(visit.doctorId()))
        .orElseGet(() -> Problem.of(ErrorCode.SLOT_TAKEN));
  }

  private Problem taken(DoctorId doctor) {
    return Problem.of(ErrorCode.SLOT_TAKEN)
        .withMember("nextFree", SlotShape.of(findSlots.next(doctor, NEXT_FREE)));
  }

  private static BookAppointment.Command command(Exchange exchange) {
    BookRequest request = exchange.body(BookRequest.class);
    return new BookAppointment.Command(
        exchange.actor(),
        doctor(required("doctorId", request.doctorId())),
        TimeTexts.date("date", required("date", request.date())),
        TimeTexts.time("startTime", required("startTime", request.startTime())),
        VisitMode.parse(required("mode", request.mode())),
        Optional.ofNullable(request.reason()).orElse(""),
        exchange.header("Idempotency-Key"));
  }

  private static DoctorId doctor(String id) {
    try {
      return DoctorId.of(id);
    } catch (InvalidValueException e) {
      throw new InvalidValueException("doctorId", e.problem());
    }
  }
}
