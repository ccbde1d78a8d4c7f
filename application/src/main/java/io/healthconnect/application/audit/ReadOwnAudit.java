package io.healthconnect.application.audit;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.audit.AuditEntry;

/** Shows the actor what the audit log tells of the actor's own data and account, newest first. */
public interface ReadOwnAudit {
  Page<AuditEntry> readOwnAudit(Query query);

  record Query(Actor actor, PageRequest page) {}
}
