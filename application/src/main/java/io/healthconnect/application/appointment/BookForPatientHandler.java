package io.healthconnect.application.appointment;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.util.Optional;

final class BookForPatientHandler implements BookForPatient {
  private final DoctorRepository doctors;
  private final ContactPolicy policy;
  private final Bookings bookings;

  BookForPatientHandler(DoctorRepository doctors, ContactPolicy policy, Bookings bookings) {
    this.doctors = doctors;
    this.policy = policy;
    this.bookings = bookings;
  }

  @Override
  public Result<Appointment, BookingRefusal> bookForPatient(Command command) {
    if (!command.actor().isDoctor()) {
      return Result.failure(BookingRefusal.WRONG_ROLE);
    }
    if (!policy.mayTalk(command.actor().id(), command.patient().account())) {
      return Result.failure(BookingRefusal.NOT_FOUND);
    }
    DoctorListing own =
        doctors
            .findListing(command.actor().asDoctor())
            .orElseThrow(() -> new MissingException("doctor"));
    if (!own.visibility().isListed()) {
      return Result.failure(BookingRefusal.NOT_APPROVED);
    }
    Optional<IdempotencyKey> key =
        command
            .idempotencyKey()
            .map(value -> IdempotencyKeys.ofDoctor(value, command, bookings.now()));
    return bookings.bookOnce(command.patient(), key, () -> appointment(command, own.doctor()));
  }

  private Result<Appointment, BookingRefusal> appointment(Command command, Doctor doctor) {
    return AppointmentTimes.at(doctor, command.date(), command.startTime(), bookings.now())
        .map(
            time ->
                Appointment.bookByDoctor(
                    bookings.newId(), request(command, doctor, time), bookings.now()));
  }

  private static Appointment.Request request(Command command, Doctor doctor, AppointmentTime time) {
    return new Appointment.Request(
        doctor.id(), command.patient(), time, command.mode(), command.reason());
  }
}
