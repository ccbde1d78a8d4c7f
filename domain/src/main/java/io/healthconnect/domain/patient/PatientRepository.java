package io.healthconnect.domain.patient;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Stores patients. */
public interface PatientRepository {

  /**
   * Stores a new account, its password hash and its record in one step.
   *
   * @return the account, or {@code EmailTaken} if an account of any role has the e-mail address, in
   *     which case nothing is stored
   */
  Result<Account, EmailTaken> add(Account account, PasswordHash passwordHash, Patient patient);

  Optional<Patient> find(PatientId id);

  /** The records that exist among {@code ids}, in one query; others are left out. */
  Map<PatientId, Patient> findAll(Collection<PatientId> ids);

  /**
   * Stores the record.
   *
   * @return the record as stored, with the next version
   * @throws io.healthconnect.domain.StaleVersionException if the stored version differs or there is
   *     none
   */
  Patient save(Patient patient);

  /**
   * Stores the record like {@link #save(Patient)} and, in the same step, the new name of the
   * account, whose version also increases. Of two concurrent names the later one wins.
   *
   * @return the record as stored, with the next version
   * @throws io.healthconnect.domain.StaleVersionException as for {@link #save(Patient)}; the name
   *     is then not changed either
   */
  Patient save(Patient patient, PersonName name);
}
