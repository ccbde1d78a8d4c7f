package io.healthconnect.signaling.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.signaling.SignalingLimits;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses JSON strictly and within limits, so that the result can be passed on to any client. */
final class PacketJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonFactory factory;
  private final int properties;

  PacketJson(SignalingLimits.Json limits) {
    properties = limits.properties();
    factory =
        JsonFactory.builder()
            // Clients choose the names: neither intern them nor keep them in a shared table.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxNumberLength(limits.numberLength())
                    .build())
            .build();
  }

  /**
   * Returns the value; empty if there is none, more than one, or one that must not be passed on.
   */
  Optional<JsonNode> parse(String text) {
    try (JsonParser parser = factory.createParser(text)) {
      JsonNode value = value(parser, parser.nextToken());
      return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (IOException refused) {
      return Optional.empty();
    }
  }

  static String quote(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  /** The depth of the recursion is bounded by the parser. */
  private JsonNode value(JsonParser parser, @Nullable JsonToken token) throws IOException {
    if (token == null) {
      throw new IOException("there is no value");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(wellFormed(parser.getText()));
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(finite(parser.getDoubleValue()));
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new IOException("no value starts with " + token);
    };
  }

  private ObjectNode object(JsonParser parser) throws IOException {
    ObjectNode object = NODES.objectNode();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonNode value = value(parser, parser.nextToken());
      if (object.replace(wellFormed(name), value) != null) {
        throw new IOException("a name comes twice");
      }
      if (object.size() > properties) {
        throw new IOException("an object has too many members");
      }
    }
    return object;
  }

  private ArrayNode array(JsonParser parser) throws IOException {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      array.add(value(parser, next));
    }
    return array;
  }

  private static JsonNode integer(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  /** An infinite number has no JSON form. */
  private static double finite(double number) throws IOException {
    if (!Double.isFinite(number)) {
      throw new IOException("a number is too large");
    }
    return number;
  }

  /** An escaped lone surrogate would fail in the recipient's encoder. */
  private static String wellFormed(String text) throws IOException {
    if (!isWellFormed(text)) {
      throw new IOException("a text holds half a character");
    }
    return text;
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
