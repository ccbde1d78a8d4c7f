package io.healthconnect.application.account;

import io.healthconnect.domain.IdGenerator;
import java.time.Clock;

/** The use cases of an account's second factor. */
public record SecondFactorUseCases(
    BeginSecondFactor begin, ConfirmSecondFactor confirm, TurnOffSecondFactor turnOff) {

  static SecondFactorUseCases create(
      AccountUseCases.Ports ports,
      Reauthentication reauthentication,
      IdGenerator ids,
      Clock clock) {
    return new SecondFactorUseCases(
        new BeginSecondFactorHandler(ports),
        new ConfirmSecondFactorHandler(ports, ids, clock),
        new TurnOffSecondFactorHandler(ports.accounts(), reauthentication));
  }
}
