package io.healthconnect.application.call;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.domain.waiting.AttendanceRepository;
import java.time.Clock;

/** The use cases of calls. */
public record CallUseCases(
    StartCall startCall,
    ChangeCall changeCall,
    ResumeCall resumeCall,
    DeviceArrived deviceArrived,
    DeviceReturned deviceReturned,
    DeviceLeft deviceLeft,
    ReapLostDevices reapLostDevices,
    ExpireCalls expireCalls,
    LeaveCall leaveCall,
    ListCalls listCalls,
    AllowRelay allowRelay,
    RequireRelay requireRelay) {

  /** What calls need from outside. */
  public record Ports(
      LiveCalls calls,
      Presence presence,
      AppointmentRepository appointments,
      AttendanceRepository attendances) {}

  /**
   * @param clock whose instants have whole milliseconds, like those of the stores
   */
  public static CallUseCases create(
      Ports ports, ContactPolicy policy, CallRules rules, Clock clock, IdGenerator ids) {
    LiveCalls calls = ports.calls();
    Leases leases = new Leases(calls, ports.presence(), rules, clock);
    return new CallUseCases(
        new StartCallHandler(ports, policy, leases, new CallFactory(rules, clock, ids)),
        new ChangeCallHandler(
            calls,
            policy,
            leases,
            rules,
            new AnsweredAppointments(calls, ports.appointments(), ports.attendances(), clock)),
        new ResumeCallHandler(calls, policy, leases),
        new DeviceArrivedHandler(calls, ports.presence()),
        new DeviceReturnedHandler(calls, ports.presence(), leases),
        new DeviceLeftHandler(ports.presence(), leases),
        new ReapLostDevicesHandler(calls, ports.presence(), leases, clock),
        new ExpireCallsHandler(calls, clock),
        new LeaveCallHandler(calls, clock),
        (actor, page) -> calls.records(actor.id(), page),
        new AllowRelayHandler(calls, policy, rules.relayOnly(), clock),
        actor -> rules.relayOnly().includes(actor.role()));
  }
}
