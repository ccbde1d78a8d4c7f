package io.healthconnect.application.erasure;

import io.healthconnect.application.account.ConfirmPassword;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.call.LeaveCall;
import io.healthconnect.application.media.RemoveImages;
import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.appointment.AppointmentRepository;
import java.time.Clock;
import java.time.Duration;

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
      LeaveCall leaveCall,
      RemoveImages removeImages,
      AuditTrail trail) {}

  /**
   * @param retention how long appointments of erased accounts are kept
   */
  public static ErasureUseCases create(
      Ports ports, ConfirmPassword confirm, Duration retention, Clock clock) {
    Erasures erasures = new Erasures(ports, clock);
    return new ErasureUseCases(
        new EraseOwnAccountHandler(confirm, erasures),
        new EraseAccountHandler(erasures),
        new FinishErasuresHandler(ports.administration(), erasures, clock),
        new EndRetentionHandler(ports.administration(), ports.appointments(), retention, clock));
  }
}
