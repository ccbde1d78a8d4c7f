package io.healthconnect.application.call;

import io.healthconnect.application.contact.Contact;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallerCard;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.presence.Presence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class StartCallHandler implements StartCall {
  /** How often the other person's call may end just as this one meets it. */
  private static final int MAX_TRIES = 3;

  private static final Result<Started, Refusal> ALREADY_IN_CALL =
      Result.failure(Refusal.ALREADY_IN_CALL);

  private final LiveCalls calls;
  private final Presence presence;
  private final AppointmentRepository appointments;
  private final ContactPolicy policy;
  private final Leases leases;
  private final CallFactory factory;

  StartCallHandler(
      CallUseCases.Ports ports, ContactPolicy policy, Leases leases, CallFactory factory) {
    this.calls = ports.calls();
    this.presence = ports.presence();
    this.appointments = ports.appointments();
    this.policy = policy;
    this.leases = leases;
    this.factory = factory;
  }

  @Override
  public Result<Started, Refusal> startCall(Command command) {
    Optional<Contact> contact = policy.contact(command.caller(), command.callee());
    if (contact.isEmpty()) {
      return Result.failure(Refusal.NO_CONTACT);
    }
    if (command.appointment().isPresent() && !appointmentIsOfTheTwo(command)) {
      return Result.failure(Refusal.NO_SUCH_APPOINTMENT);
    }
    CallerCard card = CallerCard.of(contact.get().one());
    return switch (policy.ring(contact.get(), factory.now())) {
      case ALLOWED -> open(command, card);
      case SILENCED -> isCalledBy(command) ? open(command, card) : silenced(command, card);
      case NOT_NOW -> isCalledBy(command) ? open(command, card) : Result.failure(Refusal.NOT_NOW);
    };
  }

  /**
   * Whether the callee is calling the caller. A caller can always be called back: both calls become
   * one.
   */
  private boolean isCalledBy(Command command) {
    return calls
        .liveOf(command.callee())
        .filter(call -> call.record().caller().equals(command.callee()))
        .filter(call -> call.record().callee().equals(command.caller()))
        .isPresent();
  }

  private Result<Started, Refusal> open(Command command, CallerCard card) {
    for (int i = 0; i < MAX_TRIES; i++) {
      Optional<Result<Started, Refusal>> result = tryOpen(command, card);
      if (result.isPresent()) {
        return result.get();
      }
    }
    return ALREADY_IN_CALL;
  }

  /** Acts as if no device of the callee were connected. */
  private Result<Started, Refusal> silenced(Command command, CallerCard card) {
    if (calls.liveOf(command.caller()).isPresent()) {
      return ALREADY_IN_CALL;
    }
    RingingCall call = factory.ringing(command, card, false);
    reject(call, EndReason.OFFLINE);
    return Result.success(new Started(call.id(), false, false, false));
  }

  private boolean appointmentIsOfTheTwo(Command command) {
    Set<AccountId> two = Set.of(command.caller(), command.callee());
    return appointments
        .find(command.appointment().orElseThrow())
        .filter(Appointment::opensContact)
        .filter(appointment -> two.contains(appointment.doctorId().account()))
        .filter(appointment -> two.contains(appointment.patientId().account()))
        .isPresent();
  }

  private Optional<Result<Started, Refusal>> tryOpen(Command command, CallerCard card) {
    boolean online = presence.isOnline(command.callee());
    RingingCall call = factory.ringing(command, card, online);
    return calls
        .open(call, call.ring(new Signal.All()))
        .fold(
            rings -> Optional.of(started(call, command)),
            glare -> ringAgain(glare.existing(), command),
            calleeBusy -> Optional.of(missed(call, online)),
            callerBusy -> Optional.of(ALREADY_IN_CALL));
  }

  private Result<Started, Refusal> started(RingingCall call, Command command) {
    leases.check(call.id(), command.device());
    if (!policy.mayTalk(command.caller(), command.callee())) {
      return withdrawn(call, command, Refusal.NO_CONTACT);
    }
    if (command.appointment().isPresent() && !appointmentIsOfTheTwo(command)) {
      return withdrawn(call, command, Refusal.NO_SUCH_APPOINTMENT);
    }
    return Result.success(new Started(call.id(), ringsNow(call), false, false));
  }

  /** Contact, or the appointment, has ended since it was checked: it stops ringing. */
  private Result<Started, Refusal> withdrawn(RingingCall call, Command command, Refusal refusal) {
    calls.change(call.id(), live -> live.end(command.caller(), command.device(), factory.now()));
    return Result.failure(refusal);
  }

  private Result<Started, Refusal> missed(RingingCall call, boolean online) {
    reject(call, EndReason.BUSY);
    return Result.success(new Started(call.id(), online, false, true));
  }

  /** The callee may have come online after the check and before the call was stored. */
  private boolean ringsNow(RingingCall call) {
    if (call.rung()) {
      return true;
    }
    boolean online = presence.isOnline(call.record().callee());
    if (online) {
      calls.change(call.id(), live -> new Step<>(live.markRung(), List.of(), true));
    }
    return online;
  }

  /**
   * Both people called at once: the first call stays, and rings on the device that the second came
   * from.
   */
  private Optional<Result<Started, Refusal>> ringAgain(CallId existing, Command command) {
    return calls
        .change(existing, call -> call.arrived(command.caller(), command.device()))
        .map(
            rings ->
                rings ? Result.success(new Started(existing, true, true, false)) : ALREADY_IN_CALL);
  }

  private void reject(RingingCall call, EndReason reason) {
    AccountId callee = call.record().callee();
    Signal.Event event = new Signal.CallRejected(call.id(), callee, reason);
    EndedCall ended = EndedCall.unrung(call.record(), reason, factory.now());
    calls.addEnded(ended, List.of(new Signal(call.record().caller(), new Signal.All(), event)));
  }
}
