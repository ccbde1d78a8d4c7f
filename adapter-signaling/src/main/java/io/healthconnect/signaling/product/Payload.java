package io.healthconnect.signaling.product;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.SessionDescription;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The first argument of an event, parsed strictly: wrong types are refused, unknown members
 * ignored. Descriptions and candidates are serialised again from what was parsed, so that nothing
 * unchecked reaches the other side.
 */
final class Payload {
  private final JsonNode node;

  private Payload(JsonNode node) {
    this.node = node;
  }

  static Payload of(List<JsonNode> args) {
    if (args.isEmpty() || !args.get(0).isObject()) {
      throw new InvalidValueException("payload", "must be an object", Code.WRONG_TYPE);
    }
    return new Payload(args.get(0));
  }

  AccountId to() {
    return new AccountId(string("to"));
  }

  Optional<CallId> callId() {
    return optionalString("callId").map(CallId::new);
  }

  String string(String field) {
    return optionalString(field)
        .orElseThrow(() -> new InvalidValueException(field, "must be a string", Code.WRONG_TYPE));
  }

  Optional<String> optionalString(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new InvalidValueException(field, "must be a string", Code.WRONG_TYPE);
    }
    return Optional.of(value.textValue());
  }

  /**
   * A session description: {@code {type, sdp}} with one of the given types.
   *
   * @param shown what of the valid text the other side may see
   */
  SessionDescription description(
      int maxBytes, UnaryOperator<String> shown, String field, String... types) {
    JsonNode value = node.path(field);
    String type = value.path("type").asText("");
    if (!value.isObject() || !List.of(types).contains(type)) {
      throw noDescription(field);
    }
    String sdp =
        type.equals("rollback") ? nothing(field, value) : shown.apply(sdp(field, value, maxBytes));
    StringBuilder copy = new StringBuilder(sdp.length() + 64).append("{\"type\":");
    quote(type, copy);
    quote(sdp, copy.append(",\"sdp\":"));
    return new SessionDescription(copy.append('}').toString());
  }

  private static String sdp(String field, JsonNode description, int maxBytes) {
    JsonNode sdp = description.path("sdp");
    if (!sdp.isTextual()) {
      throw noDescription(field);
    }
    return Sdp.parse(field, sdp.textValue(), maxBytes).text();
  }

  /** A rollback withdraws the last offer and has no description (RFC 9429). */
  private static String nothing(String field, JsonNode rollback) {
    JsonNode sdp = rollback.path("sdp");
    if (!sdp.isMissingNode() && !(sdp.isTextual() && sdp.textValue().isEmpty())) {
      throw noDescription(field);
    }
    return "";
  }

  private static InvalidValueException noDescription(String field) {
    return new InvalidValueException(field, "must be an object with type and sdp");
  }

  /** An ICE candidate as browsers write it (RTCIceCandidateInit of the WebRTC specification). */
  Candidate candidate(int maxBytes) {
    return candidate(candidateLine(maxBytes));
  }

  /**
   * The same, as far as the other side may see it.
   *
   * @param shown what of the line that is; empty if it may see nothing
   */
  Optional<Candidate> candidate(int maxBytes, Function<String, Optional<String>> shown) {
    return shown.apply(candidateLine(maxBytes)).map(this::candidate);
  }

  private String candidateLine(int maxBytes) {
    JsonNode line = node.path("candidate").path("candidate");
    if (!line.isTextual() || Sdp.isLonger(line.textValue(), maxBytes)) {
      throw new InvalidValueException("candidate", "must be an ICE candidate, not too long");
    }
    return line.textValue();
  }

  private Candidate candidate(String line) {
    JsonNode value = node.path("candidate");
    StringBuilder copy = new StringBuilder(line.length() + 128);
    quote(line, copy.append("{\"candidate\":"));
    copyText(value, copy, "sdpMid");
    copyIndex(value, copy);
    copyText(value, copy, "usernameFragment");
    return new Candidate(copy.append('}').toString());
  }

  private static void copyText(JsonNode from, StringBuilder to, String field) {
    JsonNode value = from.path(field);
    if (value.isTextual()) {
      quote(value.textValue(), member(to, field));
    } else if (value.isNull()) {
      member(to, field).append("null");
    } else if (!value.isMissingNode()) {
      throw new InvalidValueException("candidate", field + " must be a string");
    }
  }

  private static void copyIndex(JsonNode from, StringBuilder to) {
    JsonNode value = from.path("sdpMLineIndex");
    if (value.isNull() || (value.isInt() && value.intValue() >= 0)) {
      member(to, "sdpMLineIndex").append(value.asText());
    } else if (!value.isMissingNode()) {
      throw new InvalidValueException("candidate", "sdpMLineIndex must be a small number");
    }
  }

  private static StringBuilder member(StringBuilder to, String name) {
    return to.append(",\"").append(name).append("\":");
  }

  private static void quote(String text, StringBuilder to) {
    to.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, to);
    to.append('"');
  }
}
