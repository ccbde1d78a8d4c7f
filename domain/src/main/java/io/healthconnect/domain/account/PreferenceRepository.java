package io.healthconnect.domain.account;

import java.util.Optional;

/** How each person is written to. Erasing an account removes its preferences in the same step. */
public interface PreferenceRepository {
  /** Empty if the person has never said so. */
  Optional<Preferences> find(AccountId account);

  /**
   * Stores the preferences in place of former ones.
   *
   * @return false, with nothing stored, when there is no such account or it was erased
   */
  boolean save(AccountId account, Preferences preferences);
}
