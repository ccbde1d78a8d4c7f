package io.healthconnect.testkit.outbox;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.outbox.Outbox;
import io.healthconnect.domain.outbox.OutboxEntry;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.testkit.StoreLock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An outbox in memory. */
public final class InMemoryOutbox implements Outbox {
  private static final Comparator<Slot> OLDEST =
      Comparator.comparing((Slot slot) -> slot.dueAt().orElseThrow())
          .thenComparing(slot -> slot.entry().id());

  private final StoreLock lock;
  private final Map<String, Slot> slots = new HashMap<>();

  public InMemoryOutbox(StoreLock lock) {
    this.lock = lock;
  }

  /**
   * @param dueAt empty once it has failed
   */
  private record Slot(OutboxEntry entry, Optional<Instant> dueAt) {
    static Slot waiting(OutboxEntry entry, Instant dueAt) {
      return new Slot(entry, Optional.of(dueAt));
    }
  }

  void add(OutboxEntry entry) {
    slots.put(entry.id(), Slot.waiting(entry, entry.notice().at()));
  }

  void remove(Notice notice) {
    slots
        .values()
        .removeIf(slot -> OutboxEntry.idOf(slot.entry().notice()).equals(OutboxEntry.idOf(notice)));
  }

  void removeAll(AccountId account) {
    slots.values().removeIf(slot -> slot.entry().notice().to().equals(account));
  }

  @Override
  public Optional<OutboxEntry> take(Instant now, Instant until) {
    return lock.step(
        () -> {
          Optional<OutboxEntry> next =
              waiting().stream()
                  .filter(slot -> !slot.dueAt().orElseThrow().isAfter(now))
                  .min(OLDEST)
                  .map(
                      slot ->
                          new OutboxEntry(
                              slot.entry().notice(),
                              slot.entry().device(),
                              slot.entry().tries() + 1));
          next.ifPresent(taken -> slots.put(taken.id(), Slot.waiting(taken, until)));
          return next;
        });
  }

  @Override
  public boolean remove(OutboxEntry taken) {
    return lock.step(() -> isHeld(taken) && slots.remove(taken.id()) != null);
  }

  @Override
  public boolean postpone(OutboxEntry taken, Instant dueAt) {
    return replace(taken, Slot.waiting(taken, dueAt));
  }

  @Override
  public boolean fail(OutboxEntry taken, Instant at) {
    return replace(taken, new Slot(taken, Optional.empty()));
  }

  private boolean replace(OutboxEntry taken, Slot next) {
    return lock.step(() -> isHeld(taken) && slots.put(taken.id(), next) != null);
  }

  private boolean isHeld(OutboxEntry taken) {
    return waiting().stream().anyMatch(slot -> slot.entry().equals(taken));
  }

  private List<Slot> waiting() {
    return slots.values().stream().filter(slot -> slot.dueAt().isPresent()).toList();
  }

  @Override
  public OutboxState state() {
    return lock.step(
        () ->
            new OutboxState(
                waiting().size(),
                waiting().stream()
                    .map(slot -> slot.entry().notice().at())
                    .min(Comparator.naturalOrder()),
                slots.size() - waiting().size()));
  }

  @Override
  public int purge(Instant before) {
    return lock.step(
        () -> {
          int count = slots.size();
          slots.values().removeIf(slot -> slot.entry().notice().at().isBefore(before));
          return count - slots.size();
        });
  }
}
