package io.healthconnect.application.call;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.Presence;
import java.time.Clock;
import java.time.Duration;

/** Everything about calls. */
public record CallUseCases(
    StartCall startCall,
    AnswerCall answerCall,
    SendCandidate sendCandidate,
    SendDescription sendDescription,
    RejectCall rejectCall,
    EndCall endCall,
    ResumeCall resumeCall,
    DeviceArrived deviceArrived,
    DeviceLeft deviceLeft,
    MissDevices missDevices,
    ExpireCalls expireCalls,
    ListCalls listCalls) {

  /** What calls need from outside. */
  public record Ports(LiveCalls calls, Presence presence, AppointmentRepository appointments) {}

  /** Instants that it makes have whole milliseconds, however fine the clock is. */
  public static CallUseCases create(
      Ports ports, ContactPolicy policy, CallRules rules, Clock systemClock, IdGenerator ids) {
    Clock clock = Clock.tick(systemClock, Duration.ofMillis(1));
    LiveCalls calls = ports.calls();
    Leases leases = new Leases(calls, ports.presence(), rules, clock);
    LiveSteps steps = new LiveSteps(calls, policy, leases);
    return new CallUseCases(
        new StartCallHandler(ports, policy, leases, new NewCalls(rules, clock, ids)),
        new AnswerCallHandler(steps, clock),
        new SendCandidateHandler(steps, rules.candidates()),
        new SendDescriptionHandler(steps),
        new RejectCallHandler(steps, clock),
        new EndCallHandler(steps, clock),
        new ResumeCallHandler(calls, policy, leases),
        new DeviceArrivedHandler(calls, ports.presence()),
        new DeviceLeftHandler(ports.presence(), leases),
        new MissDevicesHandler(calls, leases),
        new ExpireCallsHandler(calls, clock),
        calls::log);
  }
}
