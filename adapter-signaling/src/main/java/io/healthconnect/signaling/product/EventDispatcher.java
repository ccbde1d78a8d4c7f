package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.StoreUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Calls the handler of an event, and turns its exceptions into acks. */
final class EventDispatcher {
  private static final String CANDIDATE = "ice-candidate";

  private interface EventHandler {
    JsonNode handle(ConnectedClient from, Payload payload);
  }

  private final CallEvents calls;
  private final boolean callsBlock;
  private final Map<String, EventHandler> handlers;

  /**
   * @param callsBlock whether a step of a call waits for the store
   */
  EventDispatcher(
      CallEvents calls, boolean callsBlock, TypingEvents typing, WaitingEvents waiting) {
    this.calls = calls;
    this.callsBlock = callsBlock;
    handlers =
        Map.ofEntries(
            entry(CANDIDATE, (from, payload) -> calls.candidate(from, payload)),
            entry("call-user", (from, payload) -> calls.callUser(from, payload)),
            entry("answer-call", (from, payload) -> calls.answerCall(from, payload)),
            entry("call-description", (from, payload) -> calls.description(from, payload)),
            entry("call-rejected", (from, payload) -> calls.rejected(from.socket(), payload)),
            entry("call-end", (from, payload) -> calls.end(from.socket(), payload)),
            entry("call-resume", (from, payload) -> calls.resume(from.socket(), payload)),
            entry("typing", (from, payload) -> typing.typing(from.account(), payload)),
            entry("waiting-join", (from, payload) -> waiting.join(from.socket(), payload)),
            entry("waiting-leave", (from, payload) -> waiting.leave(from.socket(), payload)),
            entry("admit", (from, payload) -> waiting.admit(from.socket(), payload)));
  }

  /** Gives the lambda its type. */
  private static Map.Entry<String, EventHandler> entry(String name, EventHandler handler) {
    return Map.entry(name, handler);
  }

  /** The names of all events that clients may send. */
  Set<String> names() {
    return handlers.keySet();
  }

  JsonNode dispatch(ConnectedClient from, String name, List<JsonNode> args) {
    EventHandler handler = handlers.get(name);
    if (handler == null) {
      return Acks.error("invalid_request", "There is no such event.");
    }
    return answer(from, name, () -> Optional.of(handler.handle(from, Payload.of(args))))
        .orElseThrow();
  }

  /** False for the events that {@link #tryDispatch} may handle. */
  boolean mayBlock(String name) {
    return callsBlock || !name.equals(CANDIDATE);
  }

  /** Handles a candidate without blocking; empty if that is impossible now. */
  Optional<JsonNode> tryDispatch(ConnectedClient from, String name, List<JsonNode> args) {
    return answer(from, name, () -> calls.tryCandidate(from, Payload.of(args)));
  }

  /** Checks the rate before anything is parsed or read. */
  private static Optional<JsonNode> answer(
      ConnectedClient from, String name, Supplier<Optional<JsonNode>> handler) {
    if (!from.rate().tryConsume(1)) {
      return Optional.of(Acks.error("rate_limited", "Too many events."));
    }
    try {
      Optional<JsonNode> answer = handler.get();
      answer.ifPresent(found -> from.refusals().answered(name, found));
      return answer;
    } catch (InvalidValueException e) {
      return Optional.of(Acks.error("invalid_request", e.field() + " " + e.problem() + "."));
    } catch (StoreUnavailableException e) {
      return Optional.of(Acks.unavailable(e.reason()));
    }
  }
}
