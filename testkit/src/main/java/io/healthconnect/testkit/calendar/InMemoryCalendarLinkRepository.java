package io.healthconnect.testkit.calendar;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.calendar.CalendarLink;
import io.healthconnect.domain.calendar.CalendarLinkRepository;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.account.InMemoryAccountRepository;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calendar links in memory. */
public final class InMemoryCalendarLinkRepository implements CalendarLinkRepository {
  private final StoreLock lock;
  private final InMemoryAccountRepository accounts;
  private final Map<AccountId, CalendarLink> links = new HashMap<>();

  public InMemoryCalendarLinkRepository(StoreLock lock, InMemoryAccountRepository accounts) {
    this.lock = lock;
    this.accounts = accounts;
    accounts.endCalendarLinkWith(links::remove);
  }

  @Override
  public Optional<CalendarLink> find(AccountId account) {
    return lock.step(() -> Optional.ofNullable(links.get(account)).filter(this::isOwned));
  }

  @Override
  public Optional<CalendarLink> findByHash(String hash) {
    return lock.step(
        () ->
            links.values().stream()
                .filter(link -> link.hash().equals(hash) && isOwned(link))
                .findFirst());
  }

  @Override
  public boolean replace(CalendarLink link) {
    return lock.step(
        () -> {
          boolean owned = isOwned(link);
          if (owned) {
            links.put(link.account(), link);
          }
          return owned;
        });
  }

  private boolean isOwned(CalendarLink link) {
    return accounts.isPresent(link.account());
  }
}
