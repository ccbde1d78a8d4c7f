package io.healthconnect.signaling.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Binary data in the arguments of a packet. In JSON a placeholder with the number of its attachment
 * takes its place.
 */
final class Attachments {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String MARK = "_placeholder";
  private static final String NUMBER = "num";

  private Attachments() {}

  /** Whether each placeholder has its attachment. */
  static boolean fit(Iterable<JsonNode> nodes, int attachments) {
    for (JsonNode node : nodes) {
      JsonNode number = node.path(NUMBER);
      boolean fits =
          isPlaceholder(node)
              ? number.isInt() && number.intValue() >= 0 && number.intValue() < attachments
              : fit(node, attachments);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** Puts the data in the places of its placeholders, which fit. */
  static List<JsonNode> insert(List<JsonNode> args, List<byte[]> data) {
    return args.stream().map(arg -> insert(arg, data)).toList();
  }

  private static JsonNode insert(JsonNode node, List<byte[]> data) {
    if (isPlaceholder(node)) {
      return NODES.binaryNode(data.get(node.get(NUMBER).intValue()));
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = NODES.arrayNode(array.size());
      array.forEach(child -> copy.add(insert(child, data)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = NODES.objectNode();
      object
          .properties()
          .forEach(field -> copy.set(field.getKey(), insert(field.getValue(), data)));
      return copy;
    }
    return node;
  }

  /** Replaces binary data by placeholders, and adds it to {@code data}. */
  static JsonNode extract(JsonNode node, List<byte[]> data) {
    if (node instanceof BinaryNode binary) {
      data.add(binary.binaryValue());
      return NODES.objectNode().put(MARK, true).put(NUMBER, data.size() - 1);
    }
    if (!holdsBinary(node)) {
      return node;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = NODES.arrayNode(array.size());
      array.forEach(child -> copy.add(extract(child, data)));
      return copy;
    }
    ObjectNode copy = NODES.objectNode();
    node.properties().forEach(field -> copy.set(field.getKey(), extract(field.getValue(), data)));
    return copy;
  }

  private static boolean holdsBinary(JsonNode node) {
    for (JsonNode child : node) {
      if (child.isBinary() || holdsBinary(child)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlaceholder(JsonNode node) {
    return node.isObject() && node.path(MARK).asBoolean(false);
  }
}
