package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.RecoveryCode;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.audit.AuditAction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

final class ConfirmSecondFactorHandler implements ConfirmSecondFactor {
  private final AccountUseCases.Ports ports;
  private final AuditTrail trail;
  private final IdGenerator ids;
  private final Clock clock;

  ConfirmSecondFactorHandler(
      AccountUseCases.Ports ports, AuditTrail trail, IdGenerator ids, Clock clock) {
    this.ports = ports;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<List<RecoveryCode>, Refusal> confirmSecondFactor(Command command) {
    Optional<SecondFactor> waiting =
        ports
            .accounts()
            .findSecondFactor(command.actor().id())
            .filter(secondFactor -> !secondFactor.on());
    if (waiting.isEmpty()) {
      return Result.failure(Refusal.NOT_BEGUN);
    }
    return waiting
        .get()
        .step(command.code(), clock.instant(), ports.timeCodes())
        .map(first -> turnOn(command.actor(), first))
        .orElseGet(() -> Result.failure(Refusal.WRONG_CODE));
  }

  private Result<List<RecoveryCode>, Refusal> turnOn(
      Actor actor, SecondFactorProof.TimeStep first) {
    List<RecoveryCode> codes = RecoveryCode.create(ids);
    boolean on =
        ports
            .accounts()
            .turnOnSecondFactor(
                actor.id(),
                first,
                codes.stream().map(RecoveryCode::hash).collect(Collectors.toUnmodifiableSet()),
                actor.sessionId(),
                trail.done(Optional.of(actor), AuditAction.SECOND_FACTOR_ON, actor.id()));
    return on ? Result.success(codes) : Result.failure(Refusal.NOT_BEGUN);
  }
}
