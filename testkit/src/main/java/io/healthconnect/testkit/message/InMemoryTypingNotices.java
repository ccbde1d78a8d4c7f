package io.healthconnect.testkit.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.appointment.InMemoryContacts;

/** Typing notices of a store in memory. */
public final class InMemoryTypingNotices implements TypingNotices {
  private final StoreLock lock;
  private final InMemoryContacts contacts;

  public InMemoryTypingNotices(StoreLock lock, InMemoryContacts contacts) {
    this.lock = lock;
    this.contacts = contacts;
  }

  @Override
  public boolean typing(AccountId from, AccountId to) {
    return lock.step(
        () -> {
          boolean inContact = contacts.areInContact(from, to);
          if (inContact) {
            lock.publish(new Change.Typing(from, to));
          }
          return inContact;
        });
  }
}
