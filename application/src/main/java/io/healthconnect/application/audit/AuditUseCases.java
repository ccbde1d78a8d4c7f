package io.healthconnect.application.audit;

import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.audit.AuditQuery;
import java.util.Optional;

/** The use cases of the audit log. */
public record AuditUseCases(ReadOwnAudit readOwn, ReadAudit read) {
  public static AuditUseCases create(AuditLog log, AuditTrail trail) {
    return new AuditUseCases(
        query -> log.find(new AuditQuery(Optional.of(query.actor().id()), query.page())),
        new ReadAuditHandler(log, trail));
  }
}
