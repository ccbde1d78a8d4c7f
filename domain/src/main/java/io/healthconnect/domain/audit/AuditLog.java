package io.healthconnect.domain.audit;

import io.healthconnect.domain.Page;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The log of who looked at whose data, who logged in, and what admins decided. Entries are only
 * ever added, at the end, and removed at the beginning, by age.
 */
public interface AuditLog {

  /**
   * Adds an entry for each event, in order. The entries are durable before the method returns. Any
   * number of callers and nodes share one chain, without gaps. In the same step, notices tell the
   * people whom {@link io.healthconnect.domain.notice.AccountNotices#ofEvent} names.
   *
   * @throws io.healthconnect.domain.StoreUnavailableException if not all of them could be stored;
   *     the caller then must not go on with what they tell of
   */
  void append(List<AuditEvent> events);

  /**
   * A page of entries, the newest first. What has a number below {@link AuditEntry#FIRST} was never
   * logged, and is left out.
   */
  Page<AuditEntry> find(AuditQuery query);

  /**
   * Gives all that is stored to {@code each}, by number, without holding it in memory: also what
   * was never logged, so that a check finds it. An entry that is too damaged to be read is left
   * out.
   */
  void forEach(Consumer<AuditEntry> each);

  /**
   * Removes the oldest entries that were made before {@code instant}, at most {@code most} of them.
   * The newest of those stays, as what the next one follows.
   *
   * @return how many were removed
   */
  int purge(Instant instant, int most);
}
