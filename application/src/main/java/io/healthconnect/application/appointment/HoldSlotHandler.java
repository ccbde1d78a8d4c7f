package io.healthconnect.application.appointment;

import io.healthconnect.application.doctor.Booker;
import io.healthconnect.application.doctor.FreeSlots;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.patient.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

final class HoldSlotHandler implements HoldSlot {
  private final DoctorRepository doctors;
  private final HoldRepository holds;
  private final FreeSlots freeSlots;
  private final IdGenerator ids;
  private final Clock clock;

  HoldSlotHandler(
      AppointmentUseCases.Ports ports, FreeSlots freeSlots, IdGenerator ids, Clock clock) {
    this.doctors = ports.doctors();
    this.holds = ports.holds();
    this.freeSlots = freeSlots;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<Hold, BookingRefusal> holdSlot(Command command) {
    if (!command.actor().isPatient()) {
      return Result.failure(BookingRefusal.WRONG_ROLE);
    }
    Optional<Doctor> doctor = doctors.findListed(command.doctor()).map(DoctorListing::doctor);
    if (doctor.isEmpty()) {
      return Result.failure(BookingRefusal.NOT_FOUND);
    }
    PatientId patient = command.actor().asPatient();
    return freeSlots
        .on(doctor.get(), command.date(), command.date(), Booker.patient(patient), Optional.empty())
        .slotAt(command.date(), command.startTime())
        .mapFailure(BookingRefusal::of)
        .flatMap(slot -> place(doctor.get(), patient, slot));
  }

  private Result<Hold, BookingRefusal> place(Doctor doctor, PatientId patient, Slot slot) {
    Instant now = clock.instant();
    Hold wanted = Hold.begin(new HoldId(ids.next()), doctor.id(), patient, slot.time(), now);
    return holds
        .place(wanted, now)
        .<Result<Hold, BookingRefusal>>map(Result::success)
        .orElseGet(() -> Result.failure(BookingRefusal.SLOT_TAKEN));
  }
}
