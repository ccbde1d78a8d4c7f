package io.healthconnect.domain.patient;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import java.util.Optional;

/** Keeps patients' records. */
public interface PatientRepository {

  /**
   * Stores a new account and its record in one step.
   *
   * @return the account, or {@code EmailTaken} when an account of any role has the e-mail; then
   *     nothing is stored
   */
  Result<Account, EmailTaken> add(Account account, Patient patient);

  Optional<Patient> find(PatientId id);

  /**
   * Stores the record.
   *
   * @return the record as stored, with the next version
   * @throws io.healthconnect.domain.StaleVersionException if the stored version differs or there is
   *     none
   */
  Patient save(Patient patient);
}
