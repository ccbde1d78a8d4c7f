package io.healthconnect.application.contact;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may talk to whom: a doctor and a patient who share an appointment that was not declined or
 * cancelled before it took place, and nobody else (design.md section 3). Chat, calls, presence,
 * records and images all ask here.
 */
public final class ContactPolicy {
  private final AccountRepository accounts;
  private final AppointmentRepository appointments;

  public ContactPolicy(AccountRepository accounts, AppointmentRepository appointments) {
    this.accounts = accounts;
    this.appointments = appointments;
  }

  public boolean mayTalk(AccountId one, AccountId other) {
    if (one.equals(other)) {
      return false;
    }
    Map<AccountId, Account> found = accounts.findAll(List.of(one, other));
    Account first = found.get(one);
    Account second = found.get(other);
    if (first == null || second == null) {
      return false;
    }
    if (first.role() == Role.DOCTOR && second.role() == Role.PATIENT) {
      return appointments.haveContact(new DoctorId(one), new PatientId(other));
    }
    if (first.role() == Role.PATIENT && second.role() == Role.DOCTOR) {
      return appointments.haveContact(new DoctorId(other), new PatientId(one));
    }
    return false;
  }

  /** Everybody to whom {@link #mayTalk} applies for this person. */
  public Set<AccountId> contactsOf(AccountId account) {
    return appointments.contactsOf(account);
  }
}
