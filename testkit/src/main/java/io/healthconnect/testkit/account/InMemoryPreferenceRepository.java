package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.testkit.StoreLock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Preferences in memory. */
public final class InMemoryPreferenceRepository implements PreferenceRepository {
  private final StoreLock lock;
  private final InMemoryAccountRepository accounts;
  private final Map<AccountId, Preferences> preferences = new HashMap<>();

  public InMemoryPreferenceRepository(StoreLock lock, InMemoryAccountRepository accounts) {
    this.lock = lock;
    this.accounts = accounts;
  }

  @Override
  public Optional<Preferences> find(AccountId account) {
    return lock.step(
        () -> Optional.ofNullable(preferences.get(account)).filter(own -> isPresent(account)));
  }

  @Override
  public boolean save(AccountId account, Preferences saved) {
    return lock.step(
        () -> {
          boolean present = isPresent(account);
          if (present) {
            preferences.put(account, saved);
          }
          return present;
        });
  }

  private boolean isPresent(AccountId account) {
    return accounts.isPresent(account);
  }
}
