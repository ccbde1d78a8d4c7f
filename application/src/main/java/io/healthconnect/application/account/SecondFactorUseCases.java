package io.healthconnect.application.account;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.IdGenerator;
import java.time.Clock;

/** The use cases of an account's second factor. */
public record SecondFactorUseCases(
    BeginSecondFactor begin, ConfirmSecondFactor confirm, TurnOffSecondFactor turnOff) {

  static SecondFactorUseCases create(
      AccountUseCases.Ports ports,
      Reauthentication reauthentication,
      AuditTrail trail,
      IdGenerator ids,
      Clock clock) {
    return new SecondFactorUseCases(
        new BeginSecondFactorHandler(ports),
        new ConfirmSecondFactorHandler(ports, trail, ids, clock),
        new TurnOffSecondFactorHandler(ports.accounts(), reauthentication, trail));
  }
}
