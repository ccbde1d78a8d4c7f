package io.healthconnect.rest.appointment;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.appointment.AppointmentUseCases;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.application.appointment.BookForPatient;
import io.healthconnect.application.appointment.BookingRefusal;
import io.healthconnect.application.appointment.FindAppointment;
import io.healthconnect.application.appointment.RescheduleAppointment;
import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.edge.view.AppointmentResponses;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.TimeParser;
import io.healthconnect.rest.http.server.Route;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Routes that take a time: booking and rescheduling. */
public final class BookingRoutes {
  record BookRequest(
      @Nullable String doctorId,
      @Nullable String patientId,
      @Nullable String date,
      @Nullable String startTime,
      @Nullable String mode,
      @Nullable String reason) {}

  record RescheduleRequest(
      @Nullable String date, @Nullable String startTime, @Nullable String reason) {}

  private final AppointmentUseCases useCases;
  private final FindSlots findSlots;
  private final AppointmentResponses views;
  private final RateLimiter changes;
  private final Set<String> keysInFlight = ConcurrentHashMap.newKeySet();

  /**
   * @param changes limits how many bookings and reschedulings each person makes
   */
  public BookingRoutes(
      AppointmentUseCases useCases,
      FindSlots findSlots,
      AppointmentResponses views,
      RateLimiter changes) {
    this.useCases = useCases;
    this.findSlots = findSlots;
    this.views = views;
    this.changes = changes;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/appointments", Access.SIGNED_IN, this::book),
        Route.post("/api/appointments/{id}/reschedule", Access.SIGNED_IN, this::reschedule));
  }

  private Reply book(Exchange exchange) {
    BookRequest request = exchange.body(BookRequest.class);
    Booking booking =
        request.patientId() == null ? own(request, exchange) : forPatient(request, exchange);
    changes.check(exchange.actor().id().value());
    Optional<String> key = exchange.header("Idempotency-Key");
    if (key.isEmpty()) {
      return reply(booking);
    }
    String inFlight = exchange.actor().id() + " " + key.get();
    if (!keysInFlight.add(inFlight)) {
      return Problem.of(ErrorCode.IN_PROGRESS);
    }
    try {
      return reply(booking);
    } finally {
      keysInFlight.remove(inFlight);
    }
  }

  /** A requested booking, with the doctor whose time it needs. */
  private record Booking(DoctorId doctor, Supplier<Result<Appointment, BookingRefusal>> booked) {}

  private Reply reply(Booking booking) {
    return booking
        .booked()
        .get()
        .fold(
            appointment -> AppointmentReplies.of(201, views.ofNew(appointment)),
            refusal ->
                refusal == BookingRefusal.SLOT_TAKEN
                    ? taken(booking.doctor())
                    : Problem.of(code(refusal)));
  }

  private Reply reschedule(Exchange exchange) {
    RescheduleRequest request = exchange.body(RescheduleRequest.class);
    LocalDate date = TimeParser.date("date", required("date", request.date()));
    LocalTime startTime = TimeParser.time("startTime", required("startTime", request.startTime()));
    changes.check(exchange.actor().id().value());
    return exchange.ifMatch(
        version ->
            reschedule(
                new RescheduleAppointment.Command(
                    exchange.actor(),
                    AppointmentRoutes.id(exchange),
                    version,
                    date,
                    startTime,
                    Optional.ofNullable(request.reason()))));
  }

  private Reply reschedule(RescheduleAppointment.Command command) {
    return useCases
        .reschedule()
        .rescheduleAppointment(command)
        .fold(
            appointment -> AppointmentReplies.of(200, views.of(appointment, command.actor())),
            refusal ->
                switch (refusal) {
                  case SLOT_TAKEN -> taken(command);
                  case STALE -> Problem.of(AppointmentReplies.stale(command.expectedVersion()));
                  default -> Problem.of(code(refusal));
                });
  }

  static ErrorCode code(BookingRefusal refusal) {
    return switch (refusal) {
      case WRONG_ROLE, NOT_APPROVED -> ErrorCode.FORBIDDEN;
      case NOT_FOUND -> ErrorCode.NOT_FOUND;
      case NONEXISTENT_LOCAL_TIME -> ErrorCode.NONEXISTENT_LOCAL_TIME;
      case IN_THE_PAST -> ErrorCode.IN_THE_PAST;
      case OUTSIDE_SCHEDULE -> ErrorCode.OUTSIDE_SCHEDULE;
      case SLOT_TAKEN -> ErrorCode.SLOT_TAKEN;
      case PATIENT_BUSY -> ErrorCode.PATIENT_BUSY;
      case LIMIT_REACHED -> ErrorCode.LIMIT_REACHED;
      case KEY_REUSED -> ErrorCode.KEY_REUSE;
      case ILLEGAL_TRANSITION -> ErrorCode.ILLEGAL_TRANSITION;
      case TOO_LATE -> ErrorCode.TOO_LATE;
      case STALE -> ErrorCode.STALE;
    };
  }

  private Problem taken(RescheduleAppointment.Command command) {
    return useCases
        .find()
        .findAppointment(new FindAppointment.Query(command.actor(), command.id()))
        .map(found -> taken(found.appointment().doctorId()))
        .orElseGet(() -> Problem.of(ErrorCode.SLOT_TAKEN));
  }

  private Problem taken(DoctorId doctor) {
    return AppointmentReplies.taken(findSlots, doctor);
  }

  private Booking own(BookRequest request, Exchange exchange) {
    BookAppointment.Command command =
        new BookAppointment.Command(
            exchange.actor(),
            doctor(required("doctorId", request.doctorId())),
            date(request),
            startTime(request),
            mode(request),
            reason(request),
            exchange.header("Idempotency-Key"));
    return new Booking(command.doctor(), () -> useCases.book().bookAppointment(command));
  }

  /** {@code doctorId} may be omitted; if present, it must be the doctor's own. */
  private Booking forPatient(BookRequest request, Exchange exchange) {
    DoctorId own = exchange.actor().asDoctor();
    boolean isDoctor = exchange.actor().role() == Role.DOCTOR;
    if (isDoctor && request.doctorId() != null && !request.doctorId().equals(own.value())) {
      throw new InvalidValueException("doctorId", "must be your own", Code.NOT_ALLOWED);
    }
    BookForPatient.Command command =
        new BookForPatient.Command(
            exchange.actor(),
            patient(required("patientId", request.patientId())),
            date(request),
            startTime(request),
            mode(request),
            reason(request),
            exchange.header("Idempotency-Key"));
    return new Booking(own, () -> useCases.bookForPatient().bookForPatient(command));
  }

  private static LocalDate date(BookRequest request) {
    return TimeParser.date("date", required("date", request.date()));
  }

  private static LocalTime startTime(BookRequest request) {
    return TimeParser.time("startTime", required("startTime", request.startTime()));
  }

  private static AppointmentMode mode(BookRequest request) {
    return AppointmentMode.parse(required("mode", request.mode()));
  }

  private static String reason(BookRequest request) {
    return Optional.ofNullable(request.reason()).orElse("");
  }

  private static PatientId patient(String id) {
    try {
      return PatientId.of(id);
    } catch (InvalidValueException e) {
      throw e.in("patientId");
    }
  }

  private static DoctorId doctor(String id) {
    try {
      return DoctorId.of(id);
    } catch (InvalidValueException e) {
      throw e.in("doctorId");
    }
  }
}
