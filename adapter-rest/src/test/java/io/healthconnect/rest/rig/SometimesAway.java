package io.healthconnect.rest.rig;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.audit.AuditQuery;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A log to which nothing can be added while it is away. */
record SometimesAway(AuditLog log, AtomicBoolean away) implements AuditLog {
  @Override
  public void append(List<AuditEvent> events) {
    if (away.get() && !events.isEmpty()) {
      throw new StoreUnavailableException(
          StoreUnavailableException.Cause.UNAVAILABLE, new IOException("away"));
    }
    log.append(events);
  }

  @Override
  public Page<AuditEntry> find(AuditQuery query) {
    return log.find(query);
  }

  @Override
  public void forEach(Consumer<AuditEntry> each) {
    log.forEach(each);
  }

  @Override
  public int purge(Instant instant, int most) {
    return log.purge(instant, most);
  }
}
