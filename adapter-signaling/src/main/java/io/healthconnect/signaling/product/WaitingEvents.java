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
import java.util.function.Function;

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
                .listWaiting(account(socket))
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
    return limited(
        socket,
        payload,
        appointment ->
            waiting
                .join()
                .joinWaitingRoom(
                    new JoinWaitingRoom.Command(account(socket), device(socket), appointment))
                .fold(WaitingEvents::joined, refusal -> Acks.refused(refusal)));
  }

  private static JsonNode joined(Attendance waits) {
    return Acks.ok().put("since", WireTimes.instant(waits.since()));
  }

  JsonNode leave(ClientSocket socket, Payload payload) {
    return limited(
        socket,
        payload,
        appointment ->
            waiting.leave().leaveWaitingRoom(account(socket), device(socket), appointment)
                ? Acks.ok()
                : Acks.refused(JoinWaitingRoom.Refusal.NOT_FOUND));
  }

  JsonNode admit(ClientSocket socket, Payload payload) {
    return limited(
        socket,
        payload,
        appointment ->
            waiting
                .admit()
                .admitPatient(
                    new AdmitPatient.Command(account(socket), device(socket), appointment))
                .<JsonNode>fold(admitted -> Acks.ok(), refusal -> Acks.refused(refusal)));
  }

  /** Only what can be understood counts against the rate. */
  private JsonNode limited(
      ClientSocket socket, Payload payload, Function<AppointmentId, JsonNode> event) {
    AppointmentId appointment = new AppointmentId(payload.string("appointmentId"));
    return rate.allows(account(socket))
        ? event.apply(appointment)
        : Acks.error("rate_limited", "Too many events of the waiting room.");
  }

  private static AccountId account(ClientSocket socket) {
    return new AccountId(socket.accountId());
  }

  private static DeviceId device(ClientSocket socket) {
    return new DeviceId(socket.id());
  }
}
