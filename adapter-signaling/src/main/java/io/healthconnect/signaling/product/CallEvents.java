package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.healthconnect.application.call.CallParty;
import io.healthconnect.application.call.CallUseCases;
import io.healthconnect.application.call.ChangeCall;
import io.healthconnect.application.call.ChangeCall.Intent;
import io.healthconnect.application.call.ResumeCall;
import io.healthconnect.application.call.StartCall;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.AddressFilter;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.signaling.session.ClientSocket;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Handles the events of calls: parses each, calls its use case and builds the ack. */
final class CallEvents {
  private final CallUseCases calls;
  private final CallRateLimiter rate;
  private final ProductLimits limits;

  CallEvents(CallUseCases calls, CallRateLimiter rate, ProductLimits limits) {
    this.calls = calls;
    this.rate = rate;
    this.limits = limits;
  }

  JsonNode callUser(ConnectedClient from, Payload payload) {
    ClientSocket socket = from.socket();
    AccountId caller = new AccountId(socket.accountId());
    AccountId callee = payload.to();
    StartCall.Command command =
        new StartCall.Command(
            caller,
            new DeviceId(socket.id()),
            callee,
            description(from, payload, "offer", "offer"),
            payload.optionalString("media").map(CallMedia::parse).orElse(CallMedia.VIDEO),
            payload.optionalString("appointmentId").map(AppointmentId::new));
    if (!rate.allows(caller, callee)) {
      return Acks.error("rate_limited", "Too many calls. Try again in a minute.");
    }
    return calls
        .startCall()
        .startCall(command)
        .fold(CallEvents::started, refusal -> Acks.refused(refusal));
  }

  JsonNode answerCall(ConnectedClient from, Payload payload) {
    return change(
        from.socket(), payload, new Intent.Answer(description(from, payload, "answer", "answer")));
  }

  JsonNode candidate(ConnectedClient from, Payload payload) {
    return change(from.socket(), payload, candidateOf(from, payload));
  }

  /** Like {@link #candidate}, without blocking; empty if that is impossible now. */
  Optional<JsonNode> tryCandidate(ConnectedClient from, Payload payload) {
    return calls
        .changeCall()
        .tryChangeCall(
            new ChangeCall.Command(party(from.socket(), payload), candidateOf(from, payload)))
        .map(CallEvents::answered);
  }

  private Intent candidateOf(ConnectedClient from, Payload payload) {
    if (!isRelayOnly(from)) {
      return new Intent.SendCandidate(payload.candidate(limits.candidateBytes()));
    }
    return payload
        .candidate(limits.candidateBytes(), AddressFilter::candidate)
        .<Intent>map(Intent.SendCandidate::new)
        .orElseGet(Intent.WithholdCandidate::new);
  }

  JsonNode description(ConnectedClient from, Payload payload) {
    return change(
        from.socket(),
        payload,
        new Intent.SendDescription(
            description(from, payload, "description", "offer", "answer", "rollback")));
  }

  private SessionDescription description(
      ConnectedClient from, Payload payload, String field, String... types) {
    UnaryOperator<String> shown =
        isRelayOnly(from) ? AddressFilter::description : UnaryOperator.identity();
    return payload.description(limits.sdpBytes(), shown, field, types);
  }

  private boolean isRelayOnly(ConnectedClient from) {
    return calls.requireRelay().requireRelay(from.session().actor());
  }

  JsonNode rejected(ClientSocket socket, Payload payload) {
    ChangeCall.Reason reason =
        switch (payload.optionalString("reason").orElse("declined")) {
          case "declined" -> ChangeCall.Reason.DECLINED;
          case "busy" -> ChangeCall.Reason.BUSY;
          case "offline" -> ChangeCall.Reason.OFFLINE;
          case "unanswered" -> ChangeCall.Reason.UNANSWERED;
          default ->
              throw new InvalidValueException(
                  "reason", "must be declined, busy, offline or unanswered");
        };
    return change(socket, payload, new Intent.Reject(reason));
  }

  JsonNode end(ClientSocket socket, Payload payload) {
    return change(socket, payload, new Intent.End());
  }

  private JsonNode change(ClientSocket socket, Payload payload, Intent intent) {
    return answered(
        calls.changeCall().changeCall(new ChangeCall.Command(party(socket, payload), intent)));
  }

  private static JsonNode answered(Result<CallId, CallRefusal> result) {
    return result.fold(Acks::ok, refusal -> Acks.refused(refusal));
  }

  JsonNode resume(ClientSocket socket, Payload payload) {
    Optional<CallId> callId = payload.callId();
    Optional<AccountId> with = callId.isPresent() ? Optional.empty() : Optional.of(payload.to());
    return calls
        .resumeCall()
        .resumeCall(
            new ResumeCall.Command(
                new AccountId(socket.accountId()), new DeviceId(socket.id()), callId, with))
        .fold(CallEvents::resumed, refusal -> Acks.refused(refusal));
  }

  private static CallParty party(ClientSocket socket, Payload payload) {
    return new CallParty(
        new AccountId(socket.accountId()),
        new DeviceId(socket.id()),
        payload.to(),
        payload.callId());
  }

  private static JsonNode started(StartCall.Started started) {
    return Acks.ok()
        .put("callId", started.callId().value())
        .put("online", started.online())
        .put("glare", started.glare())
        .put("busy", started.busy());
  }

  private static JsonNode resumed(LiveCall.Resumed resumed) {
    ObjectNode answer = Acks.ok();
    answer.set("call", CallPayloads.of(resumed.record()));
    if (resumed.description().isPresent()) {
      answer.putRawValue("description", new RawValue(resumed.description().get().json()));
    } else {
      answer.putNull("description");
    }
    return answer;
  }
}
