package io.healthconnect.testkit.audit;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.audit.AuditQuery;
import io.healthconnect.domain.notice.AccountNotices;
import io.healthconnect.testkit.Paging;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.notice.InMemoryNoticeRepository;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The audit log in memory. */
public final class InMemoryAuditLog implements AuditLog {
  private final StoreLock lock;
  private final InMemoryNoticeRepository notices;
  private final List<AuditEntry> entries = new ArrayList<>();
  private boolean away;

  public InMemoryAuditLog(StoreLock lock, InMemoryNoticeRepository notices) {
    this.lock = lock;
    this.notices = notices;
  }

  @Override
  public void append(List<AuditEvent> events) {
    lock.step(
        () -> {
          if (away && !events.isEmpty()) {
            throw new StoreUnavailableException(
                StoreUnavailableException.Cause.UNAVAILABLE, new IOException("away"));
          }
          for (AuditEvent event : events) {
            entries.add(
                entries.isEmpty()
                    ? AuditEntry.first(event)
                    : entries.get(entries.size() - 1).next(event));
            notices.add(AccountNotices.ofEvent(event));
          }
          return events;
        });
  }

  @Override
  public Page<AuditEntry> find(AuditQuery query) {
    return lock.step(
        () ->
            Paging.page(
                entries.stream()
                    .filter(
                        entry ->
                            query.subject().isEmpty()
                                || query.subject().equals(entry.event().subject()))
                    .toList(),
                Paging.checked(query.page()),
                true,
                entry -> Paging.key(entry.number()),
                entry -> "-"));
  }

  @Override
  public void forEach(Consumer<AuditEntry> each) {
    lock.step(() -> List.copyOf(entries)).forEach(each);
  }

  @Override
  public int purge(Instant instant, int most) {
    return lock.step(
        () -> {
          int old = 0;
          while (old < entries.size() && entries.get(old).event().at().isBefore(instant)) {
            old++;
          }
          int removed = Math.min(most, Math.max(0, old - 1));
          entries.subList(0, removed).clear();
          return removed;
        });
  }

  /** From now on nothing can be added. */
  public void goAway() {
    lock.step(() -> away = true);
  }

  /** What was logged, the oldest first. */
  public List<AuditEvent> events() {
    return lock.step(() -> entries.stream().map(AuditEntry::event).toList());
  }
}
