package io.healthconnect.testkit.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.testkit.StepLock;
import io.healthconnect.testkit.media.InMemoryMediaRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Accounts in memory. */
public final class InMemoryAccountRepository implements AccountRepository {
  private final StepLock lock;
  private final InMemoryMediaRepository media;
  private final Map<AccountId, Account> accounts = new HashMap<>();
  private final Map<Email, AccountId> byEmail = new HashMap<>();

  public InMemoryAccountRepository(StepLock lock, InMemoryMediaRepository media) {
    this.lock = lock;
    this.media = media;
  }

  /** For the repositories that bring new accounts: stores it unless the e-mail is taken. */
  public Result<Account, EmailTaken> add(Account account) {
    return lock.step(
        () -> {
          if (byEmail.containsKey(account.email())) {
            return Result.failure(new EmailTaken());
          }
          if (accounts.containsKey(account.id())) {
            throw new IllegalStateException("the account exists already");
          }
          byEmail.put(account.email(), account.id());
          accounts.put(account.id(), Accounts.withVersion(account, 1));
          return Result.success(Accounts.withVersion(account, 1));
        });
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return lock.step(() -> Optional.ofNullable(accounts.get(id)));
  }

  @Override
  public Optional<Account> findByEmail(Email email) {
    return lock.step(() -> Optional.ofNullable(byEmail.get(email)).map(accounts::get));
  }

  @Override
  public Map<AccountId, Account> findAll(Collection<AccountId> ids) {
    return lock.step(
        () -> {
          Map<AccountId, Account> found = new HashMap<>();
          ids.forEach(id -> find(id).ifPresent(account -> found.put(id, account)));
          return Map.copyOf(found);
        });
  }

  @Override
  public Account save(Account account) {
    return lock.step(
        () -> {
          Account stored = accounts.get(account.id());
          if (stored == null || stored.version() != account.version()) {
            throw new StaleVersionException("account");
          }
          show(account, stored.avatar());
          Account saved =
              new Account(
                  stored.id(),
                  stored.role(),
                  account.name(),
                  stored.email(),
                  account.passwordHash(),
                  account.avatar(),
                  stored.createdAt(),
                  account.sessionsValidFrom(),
                  stored.version() + 1);
          accounts.put(saved.id(), saved);
          return saved;
        });
  }

  private void show(Account account, Optional<MediaId> former) {
    if (!account.avatar().equals(former)) {
      account.avatar().ifPresent(id -> media.attach(id, account.id(), Optional.empty()));
      former.ifPresent(media::discard);
    }
  }
}
