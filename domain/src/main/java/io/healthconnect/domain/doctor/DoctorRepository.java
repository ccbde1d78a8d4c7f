package io.healthconnect.domain.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import java.util.List;
import java.util.Optional;

/** Keeps doctors and answers the directory's searches. */
public interface DoctorRepository {

  /**
   * Stores a new account and its profile in one step.
   *
   * @return the account, or {@code EmailTaken} when an account of any role has the e-mail; then
   *     nothing is stored
   */
  Result<Account, EmailTaken> add(Account account, Doctor doctor);

  Optional<Doctor> find(DoctorId id);

  Optional<DoctorListing> findListing(DoctorId id);

  /**
   * Stores profile, rules, schedule and overrides.
   *
   * @return the doctor as stored, with the next version
   * @throws io.healthconnect.domain.StaleVersionException if the stored version differs or there is
   *     none
   */
  Doctor save(Doctor doctor);

  /**
   * The page of doctors that match; complete and without repeats when nothing changes meanwhile.
   */
  Page<DoctorListing> search(DoctorSearch search);

  /** All specializations in alphabetical order, with the number of doctors of each. */
  List<SpecializationCount> specializations();

  /** A specialization as first written, and how many doctors have it. */
  record SpecializationCount(String specialization, long count) {}
}
