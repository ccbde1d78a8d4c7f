package io.healthconnect.testkit.appointment;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.account.InMemoryAccountRepository;

/** Who is in contact in a store in memory, for steps of its other parts. */
public final class InMemoryContacts {
  private final StoreLock lock;
  private final InMemoryAppointmentRepository appointments;
  private final InMemoryAccountRepository accounts;

  public InMemoryContacts(
      StoreLock lock,
      InMemoryAppointmentRepository appointments,
      InMemoryAccountRepository accounts) {
    this.lock = lock;
    this.appointments = appointments;
    this.accounts = accounts;
  }

  /** Whether an appointment of the two opens contact, and neither was erased. */
  public boolean areInContact(AccountId one, AccountId other) {
    return lock.step(
        () ->
            appointments.contactsOf(one).contains(other)
                && !accounts.isErased(one)
                && !accounts.isErased(other));
  }
}
