package io.healthconnect.application.waiting;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.waiting.WaitingPolicy;
import io.healthconnect.domain.waiting.WaitingPolicy.Access;
import java.time.Instant;
import java.util.Optional;

/** Finds appointments, and whether their waiting rooms are open: not if the doctor is disabled. */
record OpenRooms(AppointmentRepository appointments, AccountRepository accounts) {

  /** The appointment, if this person is one of its two. */
  Optional<Appointment> find(AppointmentId id, AccountId participant) {
    return appointments.find(id).filter(found -> found.isParticipant(participant));
  }

  Access access(Appointment appointment, Instant now) {
    Access access = WaitingPolicy.access(appointment, now);
    return access == Access.OPEN && !isActive(appointment.doctorId().account())
        ? Access.CLOSED
        : access;
  }

  boolean isOpen(AppointmentId id, Instant now) {
    return appointments.find(id).filter(found -> access(found, now) == Access.OPEN).isPresent();
  }

  private boolean isActive(AccountId doctor) {
    return accounts
        .find(doctor)
        .map(Account::standing)
        .filter(standing -> !standing.disabled() && !standing.erased())
        .isPresent();
  }
}
