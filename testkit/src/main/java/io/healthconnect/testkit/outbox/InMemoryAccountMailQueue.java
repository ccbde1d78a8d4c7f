package io.healthconnect.testkit.outbox;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.domain.outbox.QueuedAccountMail;
import io.healthconnect.testkit.StoreLock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The wishes for mails about access to accounts in memory. */
public final class InMemoryAccountMailQueue implements AccountMailQueue {
  private static final Comparator<Slot> OLDEST =
      Comparator.comparing((Slot slot) -> slot.dueAt().orElseThrow())
          .thenComparing(slot -> slot.queued().mail().id());

  private final StoreLock lock;
  private final Map<String, Slot> slots = new HashMap<>();
  private boolean served = true;

  public InMemoryAccountMailQueue(StoreLock lock) {
    this.lock = lock;
  }

  /**
   * @param dueAt empty once it has ended
   */
  private record Slot(QueuedAccountMail queued, Optional<Instant> dueAt) {}

  /** From now on it is that of a host that sends nothing. */
  public void stopServing() {
    served = false;
  }

  @Override
  public boolean isServed() {
    return served;
  }

  @Override
  public void ask(AccountMail mail) {
    lock.step(
        () -> {
          Slot stored = slots.get(mail.id());
          boolean again = stored != null && stored.queued().mail().standsForOneAt(mail.askedAt());
          if (served && !again) {
            slots.put(
                mail.id(), new Slot(new QueuedAccountMail(mail, 0), Optional.of(mail.askedAt())));
          }
          return served;
        });
  }

  /** For the accounts; inside their steps. */
  public void removeAll(Account account) {
    slots
        .values()
        .removeIf(
            slot ->
                slot.queued().mail().account().equals(Optional.of(account.id()))
                    || slot.queued().mail().to().equals(account.email()));
  }

  @Override
  public Optional<QueuedAccountMail> take(Instant now, Instant until) {
    return lock.step(
        () -> {
          Optional<QueuedAccountMail> next =
              slots.values().stream()
                  .filter(slot -> slot.dueAt().filter(due -> !due.isAfter(now)).isPresent())
                  .min(OLDEST)
                  .map(Slot::queued)
                  .map(due -> new QueuedAccountMail(due.mail(), due.tries() + 1));
          next.ifPresent(
              taken -> slots.put(taken.mail().id(), new Slot(taken, Optional.of(until))));
          return next;
        });
  }

  @Override
  public boolean end(QueuedAccountMail taken) {
    return replace(taken, Optional.empty());
  }

  @Override
  public boolean postpone(QueuedAccountMail taken, Instant dueAt) {
    return replace(taken, Optional.of(dueAt));
  }

  private boolean replace(QueuedAccountMail taken, Optional<Instant> dueAt) {
    return lock.step(
        () -> {
          Slot slot = slots.get(taken.mail().id());
          boolean held = slot != null && slot.dueAt().isPresent() && slot.queued().equals(taken);
          if (held) {
            slots.put(taken.mail().id(), new Slot(taken, dueAt));
          }
          return held;
        });
  }

  @Override
  public OutboxState state() {
    return lock.step(
        () -> {
          List<Instant> asked =
              slots.values().stream()
                  .filter(slot -> slot.dueAt().isPresent())
                  .map(slot -> slot.queued().mail().askedAt())
                  .sorted()
                  .toList();
          return new OutboxState(asked.size(), asked.stream().findFirst(), 0);
        });
  }

  @Override
  public int purge(Instant now) {
    return lock.step(
        () -> {
          int count = slots.size();
          slots.values().removeIf(slot -> slot.queued().mail().expiresAt().isBefore(now));
          return count - slots.size();
        });
  }
}
