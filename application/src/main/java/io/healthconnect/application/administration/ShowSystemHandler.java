package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.audit.AuditAction;
import java.util.Optional;
import java.util.function.Supplier;

final class ShowSystemHandler implements ShowSystem {
  private final AuditTrail trail;
  private final Supplier<SystemReport> report;

  ShowSystemHandler(AuditTrail trail, Supplier<SystemReport> report) {
    this.trail = trail;
    this.report = report;
  }

  @Override
  public Result<SystemReport, Refusal> showSystem(Actor actor) {
    if (!actor.isAdmin()) {
      return Result.failure(Refusal.NOT_AN_ADMIN);
    }
    trail.looked(actor, AuditAction.SYSTEM_READ, Optional.empty());
    return Result.success(report.get());
  }
}
