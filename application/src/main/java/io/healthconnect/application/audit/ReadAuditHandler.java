package io.healthconnect.application.audit;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.audit.AuditQuery;

final class ReadAuditHandler implements ReadAudit {
  private final AuditLog log;
  private final AuditTrail trail;

  ReadAuditHandler(AuditLog log, AuditTrail trail) {
    this.log = log;
    this.trail = trail;
  }

  @Override
  public Result<Page<AuditEntry>, Refusal> readAudit(Query query) {
    if (!query.actor().isAdmin()) {
      return Result.failure(Refusal.NOT_AN_ADMIN);
    }
    trail.looked(query.actor(), AuditAction.AUDIT_READ, query.subject());
    return Result.success(log.find(new AuditQuery(query.subject(), query.page())));
  }
}
