package io.healthconnect.application.erasure;

import io.healthconnect.application.account.ConfirmPassword;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.call.LeaveCall;
import io.healthconnect.application.media.RemoveImages;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.message.MessageRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The use cases of erasing accounts. */
public record ErasureUseCases(
    EraseOwnAccount eraseOwn,
    EraseAccount eraseAccount,
    FinishErasures finish,
    EndRetention endRetention) {

  /** What erasing needs from outside, and of other features. */
  public record Ports(
      AccountAdministration administration,
      AppointmentRepository appointments,
      MessageRepository messages,
      LiveCalls calls,
      LeaveCall leaveCall,
      RemoveImages removeImages,
      AuditTrail trail) {}

  /**
   * @param retention how long appointments, messages and records of calls of erased accounts are
   *     kept
   */
  public static ErasureUseCases create(
      Ports ports, ConfirmPassword confirm, Duration retention, Clock clock) {
    Erasures erasures = new Erasures(ports, clock);
    return new ErasureUseCases(
        new EraseOwnAccountHandler(confirm, erasures),
        new EraseAccountHandler(erasures),
        new FinishErasuresHandler(ports.administration(), erasures, clock),
        new EndRetentionHandler(
            ports.administration(),
            List.of(
                ports.appointments()::removeOf,
                ports.messages()::removeOf,
                ports.calls()::removeOf),
            retention,
            clock));
  }
}
