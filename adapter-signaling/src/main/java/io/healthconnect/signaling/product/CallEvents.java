package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.healthconnect.application.call.AnswerCall;
import io.healthconnect.application.call.CallParty;
import io.healthconnect.application.call.CallUseCases;
import io.healthconnect.application.call.EndCall;
import io.healthconnect.application.call.RejectCall;
import io.healthconnect.application.call.ResumeCall;
import io.healthconnect.application.call.SendCandidate;
import io.healthconnect.application.call.SendDescription;
import io.healthconnect.application.call.StartCall;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.signaling.endpoint.ClientSocket;
import java.util.Optional;

/** The events of calls: reads each, asks its use case, and says what to ack. */
final class CallEvents {
  private final CallUseCases calls;
  private final CallRate rate;
  private final ProductSockets.Limits limits;

  CallEvents(CallUseCases calls, CallRate rate, ProductSockets.Limits limits) {
    this.calls = calls;
    this.rate = rate;
    this.limits = limits;
  }

  JsonNode callUser(ClientSocket socket, Payload payload) {
    AccountId caller = new AccountId(socket.accountId());
    AccountId callee = payload.to();
    StartCall.Command command =
        new StartCall.Command(
            caller,
            new DeviceId(socket.id()),
            callee,
            payload.description(limits.sdpBytes(), "offer", "offer"),
            payload.optionalString("media").map(CallMedia::parse).orElse(CallMedia.VIDEO),
            payload.optionalString("appointmentId").map(AppointmentId::new));
    if (!rate.allows(caller, callee)) {
      return Answers.error("rate_limited", "Too many calls. Try again in a minute.");
    }
    return calls
        .startCall()
        .handle(command)
        .fold(CallEvents::started, refusal -> Answers.refused(refusal));
  }

  JsonNode answerCall(ClientSocket socket, Payload payload) {
    return answered(
        calls
            .answerCall()
            .handle(
                new AnswerCall.Command(
                    party(socket, payload),
                    payload.description(limits.sdpBytes(), "answer", "answer"))));
  }

  JsonNode candidate(ClientSocket socket, Payload payload) {
    return answered(
        calls
            .sendCandidate()
            .handle(
                new SendCandidate.Command(
                    party(socket, payload), payload.candidate(limits.candidateBytes()))));
  }

  JsonNode description(ClientSocket socket, Payload payload) {
    return answered(
        calls
            .sendDescription()
            .handle(
                new SendDescription.Command(
                    party(socket, payload),
                    payload.description(
                        limits.sdpBytes(), "description", "offer", "answer", "rollback"))));
  }

  JsonNode rejected(ClientSocket socket, Payload payload) {
    RejectCall.Reason reason =
        switch (payload.optionalString("reason").orElse("declined")) {
          case "declined" -> RejectCall.Reason.DECLINED;
          case "busy" -> RejectCall.Reason.BUSY;
          default -> throw new InvalidValueException("reason", "must be declined or busy");
        };
    return answered(
        calls.rejectCall().handle(new RejectCall.Command(party(socket, payload), reason)));
  }

  JsonNode end(ClientSocket socket, Payload payload) {
    return answered(calls.endCall().handle(new EndCall.Command(party(socket, payload))));
  }

  JsonNode resume(ClientSocket socket, Payload payload) {
    Optional<CallId> callId = payload.callId();
    Optional<AccountId> with = callId.isPresent() ? Optional.empty() : Optional.of(payload.to());
    return calls
        .resumeCall()
        .handle(
            new ResumeCall.Command(
                new AccountId(socket.accountId()), new DeviceId(socket.id()), callId, with))
        .fold(CallEvents::resumed, refusal -> Answers.refused(refusal));
  }

  private static CallParty party(ClientSocket socket, Payload payload) {
    return new CallParty(
        new AccountId(socket.accountId()),
        new DeviceId(socket.id()),
        payload.to(),
        payload.callId());
  }

  private static JsonNode answered(Result<CallId, CallRefusal> result) {
    return result.fold(Answers::ok, refusal -> Answers.refused(refusal));
  }

  private static JsonNode started(StartCall.Started started) {
    return Answers.ok()
        .put("callId", started.callId().value())
        .put("online", started.online())
        .put("glare", started.glare())
        .put("busy", started.busy());
  }

  private static JsonNode resumed(LiveCall.Resumed resumed) {
    ObjectNode answer = Answers.ok();
    answer.set("call", CallShapes.of(resumed.record()));
    if (resumed.description().isPresent()) {
      answer.putRawValue("description", new RawValue(resumed.description().get().json()));
    } else {
      answer.putNull("description");
    }
    return answer;
  }
}
