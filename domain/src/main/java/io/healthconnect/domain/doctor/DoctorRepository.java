package io.healthconnect.domain.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps doctors and answers the directory's searches. Every stored change of what the directory
 * shows tells the change feed ({@code Change.DoctorChanged}), whichever port stored it.
 */
public interface DoctorRepository {

  /**
   * Stores a new account, its password hash and its profile in one step. The account's standing
   * decides whether the directory shows the doctor.
   *
   * @return the account, or {@code EmailTaken} if an account of any role has the e-mail address, in
   *     which case nothing is stored
   */
  Result<Account, EmailTaken> add(Account account, PasswordHash passwordHash, Doctor doctor);

  Optional<Doctor> find(DoctorId id);

  /** The doctors that exist among {@code ids}, in one query; others are left out. */
  Map<DoctorId, Doctor> findAll(Collection<DoctorId> ids);

  /**
   * The specializations of the doctors that exist among {@code ids}, in one query; others are left
   * out.
   */
  Map<DoctorId, String> specializationsOf(Collection<DoctorId> ids);

  /** Finds hidden doctors too, as do the other methods that find by identifier. */
  Optional<DoctorListing> findListing(DoctorId id);

  /** As {@link #findListing}, but empty if the directory hides the doctor. */
  default Optional<DoctorListing> findListed(DoctorId id) {
    return findListing(id).filter(listing -> listing.visibility().isListed());
  }

  /**
   * Stores profile, rules, schedule and overrides.
   *
   * @return the doctor as stored, with the next version
   * @throws io.healthconnect.domain.StaleVersionException if the stored version differs or there is
   *     none
   */
  Doctor save(Doctor doctor);

  /**
   * Stores the doctor like {@link #save(Doctor)} and, in the same step, the new name of the
   * account, whose version also increases. Of two concurrent names the later one wins.
   *
   * @return the doctor as stored, with the next version
   * @throws io.healthconnect.domain.StaleVersionException as for {@link #save(Doctor)}; the name is
   *     then not changed either
   */
  Doctor save(Doctor doctor, PersonName name);

  /**
   * A page of matching doctors, without hidden ones. All pages together are complete and without
   * repeats if nothing changes meanwhile. Whoever gets another place meanwhile may appear twice, or
   * not at all.
   */
  Page<DoctorListing> search(DoctorSearch search);

  /** How many doctors match on all pages together; counts no further than {@code most}. */
  int count(DoctorSearch search, int most);

  /**
   * Words that begin like this and by which a search finds doctors who are not hidden, for a guess
   * at what a mistyped word means. Of a frequent beginning some are left out, because no more than
   * {@code most} words, or doctors, are examined.
   *
   * @param beginning folded
   */
  Set<String> wordsBeginning(String beginning, int most);

  /**
   * Doctors whose next free time must be computed, the longest due first. A new doctor is due, and
   * becomes so in the same step with each change of the profile, rules, hours or overrides, and
   * with each appointment that begins or ceases to occupy its time, or moves.
   */
  List<NextFree.Due> nextFreeDue(Instant now, int most);

  /** Stores what was computed, except for doctors who have seen another change since. */
  void saveNextFree(List<NextFree> computed);

  /**
   * All specializations of doctors who are not hidden, in alphabetical order, with the number of
   * those doctors.
   */
  List<SpecializationCount> specializations();

  /** A specialization as first written, and how many doctors have it. */
  record SpecializationCount(String specialization, long count) {}
}
