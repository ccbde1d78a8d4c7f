package io.healthconnect.testkit.patient;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.account.InMemoryAccountRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Patients in memory. */
public final class InMemoryPatientRepository implements PatientRepository {
  private final StoreLock lock;
  private final InMemoryAccountRepository accounts;
  private final Map<PatientId, Patient> patients = new HashMap<>();

  public InMemoryPatientRepository(StoreLock lock, InMemoryAccountRepository accounts) {
    this.lock = lock;
    this.accounts = accounts;
  }

  @Override
  public Result<Account, EmailTaken> add(
      Account account, PasswordHash passwordHash, Patient patient) {
    return lock.step(
        () ->
            accounts
                .add(account, passwordHash)
                .map(
                    added -> {
                      patients.put(patient.id(), patient.withVersion(1));
                      return added;
                    }));
  }

  @Override
  public Optional<Patient> find(PatientId id) {
    return lock.step(() -> Optional.ofNullable(patients.get(id)));
  }

  @Override
  public Map<PatientId, Patient> findAll(Collection<PatientId> ids) {
    return lock.step(
        () -> {
          Map<PatientId, Patient> found = new HashMap<>();
          ids.forEach(id -> find(id).ifPresent(patient -> found.put(id, patient)));
          return Map.copyOf(found);
        });
  }

  @Override
  public Patient save(Patient patient, PersonName name) {
    return lock.step(
        () -> {
          Patient saved = save(patient);
          accounts.rename(patient.id().account(), name);
          return saved;
        });
  }

  /** For the administration: leaves a blank record. */
  public void erase(PatientId id) {
    lock.step(() -> save(find(id).orElseThrow().erased()));
  }

  @Override
  public Patient save(Patient patient) {
    return lock.step(
        () -> {
          Patient stored = patients.get(patient.id());
          if (stored == null
              || stored.version() != patient.version()
              || accounts.isErased(patient.id().account())) {
            throw new StaleVersionException("patient");
          }
          Patient saved = patient.withVersion(stored.version() + 1);
          patients.put(saved.id(), saved);
          return saved;
        });
  }
}
