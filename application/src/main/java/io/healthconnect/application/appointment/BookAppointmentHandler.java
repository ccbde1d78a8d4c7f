package io.healthconnect.application.appointment;

import io.healthconnect.application.doctor.Booker;
import io.healthconnect.application.doctor.FreeSlots;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.Slot;
import java.util.Optional;

final class BookAppointmentHandler implements BookAppointment {
  private final DoctorRepository doctors;
  private final FreeSlots freeSlots;
  private final Bookings bookings;

  BookAppointmentHandler(DoctorRepository doctors, FreeSlots freeSlots, Bookings bookings) {
    this.doctors = doctors;
    this.freeSlots = freeSlots;
    this.bookings = bookings;
  }

  @Override
  public Result<Appointment, BookingRefusal> bookAppointment(Command command) {
    if (!command.actor().isPatient()) {
      return Result.failure(BookingRefusal.WRONG_ROLE);
    }
    Optional<Doctor> doctor = doctors.findListed(command.doctor()).map(DoctorListing::doctor);
    if (doctor.isEmpty()) {
      return Result.failure(BookingRefusal.NOT_FOUND);
    }
    Optional<IdempotencyKey> key =
        command
            .idempotencyKey()
            .map(value -> IdempotencyKeys.ofPatient(value, command, bookings.now()));
    return bookings.bookOnce(
        command.actor().asPatient(), key, () -> appointment(command, doctor.get()));
  }

  private Result<Appointment, BookingRefusal> appointment(Command command, Doctor doctor) {
    return slot(doctor, command)
        .map(
            slot ->
                Appointment.book(
                    bookings.newId(),
                    request(command, doctor, AppointmentTimes.of(slot, doctor.timeZone())),
                    doctor.rules().autoConfirm(),
                    bookings.now()));
  }

  private Result<Slot, BookingRefusal> slot(Doctor doctor, Command command) {
    return freeSlots
        .on(
            doctor,
            command.date(),
            command.date(),
            Booker.patient(command.actor().asPatient()),
            Optional.empty())
        .slotAt(command.date(), command.startTime())
        .mapFailure(BookingRefusal::of);
  }

  private static Appointment.Request request(Command command, Doctor doctor, AppointmentTime time) {
    return new Appointment.Request(
        doctor.id(), command.actor().asPatient(), time, command.mode(), command.reason());
  }
}
