package example;

import io.healthconnect.application.Actor;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.appointment.BookAppointment;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.doctor.DoctorId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A route of the host: it validates the request, calls a use case, and folds the result. */
@RestController
class AppointmentController {
  private final HealthConnect health;

  AppointmentController(HealthConnect health) {
    this.health = health;
  }

  record Booking(String doctor, LocalDate date, LocalTime startTime, String reason) {}

  @PostMapping("/appointments")
  ResponseEntity<Map<String, String>> book(
      @RequestHeader("Authorization") String authorization, @RequestBody Booking booking) {
    Actor actor =
        health
            .accounts()
            .authenticate()
            .authenticate(authorization.replaceFirst("^Bearer ", ""))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    BookAppointment.Command command =
        new BookAppointment.Command(
            actor,
            new DoctorId(new AccountId(booking.doctor())),
            booking.date(),
            booking.startTime(),
            AppointmentMode.VIDEO,
            booking.reason(),
            Optional.empty());
    return health
        .appointments()
        .book()
        .bookAppointment(command)
        .fold(
            appointment ->
                ResponseEntity.status(HttpStatus.CREATED)
                    .body(Map.of("id", appointment.id().value())),
            refusal ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                    .body(Map.of("refused", refusal.toString())));
  }
}
