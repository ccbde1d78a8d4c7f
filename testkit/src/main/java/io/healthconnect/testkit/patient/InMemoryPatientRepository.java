package io.healthconnect.testkit.patient;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.testkit.StepLock;
import io.healthconnect.testkit.account.InMemoryAccountRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Patients' records in memory. */
public final class InMemoryPatientRepository implements PatientRepository {
  private final StepLock lock;
  private final InMemoryAccountRepository accounts;
  private final Map<PatientId, Patient> patients = new HashMap<>();

  public InMemoryPatientRepository(StepLock lock, InMemoryAccountRepository accounts) {
    this.lock = lock;
    this.accounts = accounts;
  }

  @Override
  public Result<Account, EmailTaken> add(Account account, Patient patient) {
    return lock.step(
        () ->
            accounts
                .add(account)
                .map(
                    added -> {
                      patients.put(patient.id(), versioned(patient, 1));
                      return added;
                    }));
  }

  @Override
  public Optional<Patient> find(PatientId id) {
    return lock.step(() -> Optional.ofNullable(patients.get(id)));
  }

  @Override
  public Patient save(Patient patient) {
    return lock.step(
        () -> {
          Patient stored = patients.get(patient.id());
          if (stored == null || stored.version() != patient.version()) {
            throw new StaleVersionException("patient");
          }
          Patient saved = versioned(patient, stored.version() + 1);
          patients.put(saved.id(), saved);
          return saved;
        });
  }

  private static Patient versioned(Patient patient, long version) {
    return new Patient(
        patient.id(),
        patient.dateOfBirth(),
        patient.gender(),
        patient.bloodGroup(),
        patient.allergies(),
        patient.contactNumber(),
        patient.emergencyContacts(),
        version);
  }
}
