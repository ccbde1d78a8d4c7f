package io.healthconnect.domain.presence;

import io.healthconnect.domain.account.AccountId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Collects of whom devices have left, for {@link Presence#departures}. Begins to collect when it is
 * first asked, so that nothing grows where nobody asks. Thread-safe.
 */
public final class Departures {
  static final int MOST = 10_000;

  private final Set<AccountId> people = new HashSet<>();
  private boolean missed = true;

  /** A device of this person has left. When 10,000 people wait, all count as missed. */
  public synchronized void add(AccountId person) {
    if (!missed) {
      people.add(person);
      if (people.size() > MOST) {
        miss();
      }
    }
  }

  /** Departures that cannot be named may have been missed. */
  public synchronized void miss() {
    missed = true;
    people.clear();
  }

  /** Those since the last call; empty if some may have been missed. */
  public synchronized Optional<Set<AccountId>> take() {
    Optional<Set<AccountId>> taken = missed ? Optional.empty() : Optional.of(Set.copyOf(people));
    people.clear();
    missed = false;
    return taken;
  }
}
