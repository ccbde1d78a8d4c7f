package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.healthconnect.application.waiting.AdmitPatient;
import io.healthconnect.application.waiting.JoinWaitingRoom;
import io.healthconnect.application.waiting.WaitingUseCases;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.session.ClientSocket;
import java.time.Instant;

/** Handles the events of the waiting room. */
final class WaitingEvents {
  private final WaitingUseCases waiting;
  private final WaitingRateLimiter rate;
  private final ChangeQueue changes;

  WaitingEvents(WaitingUseCases waiting, WaitingRateLimiter rate, ChangeQueue changes) {
    this.waiting = waiting;
    this.rate = rate;
    this.changes = changes;
  }

  /** Tells a doctor's socket who waits now, before what it is told of later changes. */
  void greet(ClientSocket socket) {
    changes.add(
        () ->
            waiting
                .list()
                .listWaiting(new AccountId(socket.accountId()))
                .forEach(
                    each ->
                        socket.emit(updated(each.appointment(), each.since(), each.present()))));
  }

  static OutgoingEvent updated(AppointmentId appointment, Instant since, boolean present) {
    return OutgoingEvent.of(
        "waiting-updated",
        JsonNodeFactory.instance
            .objectNode()
            .put("appointmentId", appointment.value())
            .put("since", WireTimes.instant(since))
            .put("present", present));
  }

  JsonNode join(ClientSocket socket, Payload payload) {
    AccountId patient = new AccountId(socket.accountId());
    AppointmentId appointment = appointment(payload);
    if (!rate.allows(patient)) {
      return tooMany();
    }
    return waiting
        .join()
        .joinWaitingRoom(
            new JoinWaitingRoom.Command(patient, new DeviceId(socket.id()), appointment))
        .fold(WaitingEvents::joined, refusal -> Acks.refused(refusal));
  }

  private static JsonNode joined(Attendance waits) {
    return Acks.ok().put("since", WireTimes.instant(waits.since()));
  }

  JsonNode leave(ClientSocket socket, Payload payload) {
    AccountId patient = new AccountId(socket.accountId());
    AppointmentId appointment = appointment(payload);
    if (!rate.allows(patient)) {
      return tooMany();
    }
    return waiting.leave().leaveWaitingRoom(patient, new DeviceId(socket.id()), appointment)
        ? Acks.ok()
        : Acks.refused(JoinWaitingRoom.Refusal.NOT_FOUND);
  }

  JsonNode admit(ClientSocket socket, Payload payload) {
    AccountId doctor = new AccountId(socket.accountId());
    AppointmentId appointment = appointment(payload);
    if (!rate.allows(doctor)) {
      return tooMany();
    }
    return waiting
        .admit()
        .admitPatient(new AdmitPatient.Command(doctor, new DeviceId(socket.id()), appointment))
        .<JsonNode>fold(admitted -> Acks.ok(), refusal -> Acks.refused(refusal));
  }

  private static AppointmentId appointment(Payload payload) {
    return new AppointmentId(payload.string("appointmentId"));
  }

  private static JsonNode tooMany() {
    return Acks.error("rate_limited", "Too many events of the waiting room.");
  }
}
