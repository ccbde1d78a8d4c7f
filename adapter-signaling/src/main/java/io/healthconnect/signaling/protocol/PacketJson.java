package io.healthconnect.signaling.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.healthconnect.signaling.SignalingLimits;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Strict and bounded JSON: what passes can be sent on to anybody. */
final class PacketJson {
  private final ObjectMapper mapper;

  PacketJson(SignalingLimits.Json limits) {
    JsonFactory factory =
        JsonFactory.builder()
            // Names come from strangers: neither intern them nor keep them in a shared table.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxNumberLength(limits.numberLength())
                    .build())
            .build();
    mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
  }

  Optional<JsonNode> parse(String text) {
    try {
      JsonNode node = mapper.readTree(text);
      return node.isMissingNode() || !canBeSentOn(node) ? Optional.empty() : Optional.of(node);
    } catch (JsonProcessingException refused) {
      return Optional.empty();
    }
  }

  static String quote(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  /**
   * An escaped lone surrogate would fail in the recipient's encoder, and an infinite number has no
   * JSON form. The depth is bounded by the parser.
   */
  private static boolean canBeSentOn(JsonNode node) {
    if (node.isTextual()) {
      return isWellFormed(node.textValue());
    }
    if (node.isFloatingPointNumber()) {
      return Double.isFinite(node.doubleValue());
    }
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        if (!isWellFormed(field.getKey()) || !canBeSentOn(field.getValue())) {
          return false;
        }
      }
      return true;
    }
    for (Iterator<JsonNode> elements = node.elements(); elements.hasNext(); ) {
      if (!canBeSentOn(elements.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
