package io.healthconnect.domain.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps accounts. New ones arrive with their profile, in one step, through {@code
 * DoctorRepository.add} and {@code PatientRepository.add}.
 */
public interface AccountRepository {

  Optional<Account> find(AccountId id);

  Optional<Account> findByEmail(Email email);

  /** The accounts that exist among {@code ids}; others are simply missing from the map. */
  Map<AccountId, Account> findAll(Collection<AccountId> ids);

  /**
   * Stores a change of name, password hash, avatar or sessions-valid-from; role, e-mail and
   * creation time never change. In the same step a new avatar, which must be a pending image
   * without receiver of this account, becomes attached, and the former one becomes discarded.
   *
   * @return the account as stored, with the next version
   * @throws io.healthconnect.domain.StaleVersionException if the stored version differs from that
   *     of {@code account}, there is no such account, or its new avatar is no such image
   */
  Account save(Account account);
}
