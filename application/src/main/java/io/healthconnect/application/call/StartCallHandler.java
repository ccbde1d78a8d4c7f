package io.healthconnect.application.call;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.Call;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.Presence;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class StartCallHandler implements StartCall {
  /** How often the other's call may end just when this one runs into it. */
  private static final int MAX_TRIES = 3;

  private static final Result<Started, Refusal> ALREADY_IN_CALL =
      Result.failure(Refusal.ALREADY_IN_CALL);

  private final LiveCalls calls;
  private final Presence presence;
  private final AppointmentRepository appointments;
  private final ContactPolicy policy;
  private final Leases leases;
  private final NewCalls newCalls;

  StartCallHandler(
      CallUseCases.Ports ports, ContactPolicy policy, Leases leases, NewCalls newCalls) {
    this.calls = ports.calls();
    this.presence = ports.presence();
    this.appointments = ports.appointments();
    this.policy = policy;
    this.leases = leases;
    this.newCalls = newCalls;
  }

  @Override
  public Result<Started, Refusal> handle(Command command) {
    if (!policy.mayTalk(command.caller(), command.callee())) {
      return Result.failure(Refusal.NO_CONTACT);
    }
    if (command.appointment().isPresent() && !appointmentIsOfTheTwo(command)) {
      return Result.failure(Refusal.NO_SUCH_APPOINTMENT);
    }
    for (int i = 0; i < MAX_TRIES; i++) {
      Optional<Result<Started, Refusal>> result = tryOpen(command);
      if (result.isPresent()) {
        return result.get();
      }
    }
    return ALREADY_IN_CALL;
  }

  private boolean appointmentIsOfTheTwo(Command command) {
    Set<AccountId> two = Set.of(command.caller(), command.callee());
    return appointments
        .find(command.appointment().orElseThrow())
        .filter(Appointment::opensContact)
        .filter(visit -> two.contains(visit.doctorId().account()))
        .filter(visit -> two.contains(visit.patientId().account()))
        .isPresent();
  }

  private Optional<Result<Started, Refusal>> tryOpen(Command command) {
    boolean online = presence.isOnline(command.callee());
    RingingCall call = newCalls.make(command, online);
    LiveCalls.Opened opened = calls.open(call, call.ring(new Signal.All()));
    if (opened instanceof LiveCalls.Glare glare) {
      return ringAgain(glare.existing(), command);
    }
    if (opened instanceof LiveCalls.CallerBusy) {
      return Optional.of(ALREADY_IN_CALL);
    }
    if (opened instanceof LiveCalls.CalleeBusy) {
      return Optional.of(Result.success(reject(call, online)));
    }
    leases.check(call.id(), command.device());
    return Optional.of(Result.success(new Started(call.id(), ringsNow(call), false, false)));
  }

  /** The callee may have come online after the question and before the call was stored. */
  private boolean ringsNow(RingingCall call) {
    if (call.rung()) {
      return true;
    }
    boolean online = presence.isOnline(call.record().callee());
    if (online) {
      calls.change(call.id(), live -> new Step<>(rung(live), List.of(), true));
    }
    return online;
  }

  private static Call rung(LiveCall live) {
    return live instanceof RingingCall ringing ? ringing.rungAtLastOnce() : live;
  }

  /** Both pressed call: the first call stays and rings once more where the second came from. */
  private Optional<Result<Started, Refusal>> ringAgain(CallId existing, Command command) {
    return calls
        .change(existing, call -> call.arrived(command.caller(), command.device()))
        .map(
            rings ->
                rings ? Result.success(new Started(existing, true, true, false)) : ALREADY_IN_CALL);
  }

  private Started reject(RingingCall call, boolean online) {
    AccountId callee = call.record().callee();
    Signal.Event event = new Signal.CallRejected(call.id(), callee, EndReason.BUSY);
    EndedCall ended = EndedCall.busy(call.record(), newCalls.now());
    calls.addEnded(ended, List.of(new Signal(call.record().caller(), new Signal.All(), event)));
    return new Started(call.id(), online, false, true);
  }
}
