package io.healthconnect.signaling.product;

import io.healthconnect.domain.account.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The contacts of the people who are connected to this node, so that a change of presence needs no
 * look-up. As large as the lists of contacts of these people. Thread-safe.
 */
final class Watchers {
  private final Map<AccountId, Set<AccountId>> contacts = new HashMap<>();
  private final Map<AccountId, Set<AccountId>> watchers = new HashMap<>();

  /** From now on the person is told of these contacts only. */
  synchronized void watch(AccountId person, Collection<AccountId> all) {
    remove(person);
    contacts.put(person, new HashSet<>(all));
    all.forEach(contact -> watchersOf(contact).add(person));
  }

  /** The two have become contacts; no effect on a person who is not told of any. */
  synchronized void begin(AccountId one, AccountId other) {
    add(one, other);
    add(other, one);
  }

  /** The two are contacts no longer. */
  synchronized void end(AccountId one, AccountId other) {
    drop(one, other);
    drop(other, one);
  }

  /**
   * The person is told of nobody.
   *
   * @param isHere whether the person is connected nevertheless, and nothing is to be done
   */
  synchronized void forget(AccountId person, BooleanSupplier isHere) {
    if (!isHere.getAsBoolean()) {
      remove(person);
    }
  }

  /** Who is told of this person. */
  synchronized List<AccountId> of(AccountId contact) {
    return List.copyOf(watchers.getOrDefault(contact, Set.of()));
  }

  private void add(AccountId person, AccountId contact) {
    Set<AccountId> known = contacts.get(person);
    if (known != null && known.add(contact)) {
      watchersOf(contact).add(person);
    }
  }

  private void drop(AccountId person, AccountId contact) {
    Set<AccountId> known = contacts.get(person);
    if (known != null && known.remove(contact)) {
      unwatch(person, contact);
    }
  }

  private void remove(AccountId person) {
    Set<AccountId> known = contacts.remove(person);
    if (known != null) {
      known.forEach(contact -> unwatch(person, contact));
    }
  }

  private Set<AccountId> watchersOf(AccountId contact) {
    return watchers.computeIfAbsent(contact, any -> new HashSet<>());
  }

  private void unwatch(AccountId person, AccountId contact) {
    watchers.computeIfPresent(
        contact,
        (id, people) -> {
          people.remove(person);
          return people.isEmpty() ? null : people;
        });
  }
}
