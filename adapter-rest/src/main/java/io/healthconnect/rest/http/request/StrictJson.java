package io.healthconnect.rest.http.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON from outside and writes replies. Reading accepts exactly what RFC 8259 and the target
 * record define: no duplicate or unknown members, nothing after the end, no conversions between
 * types, no invalid characters.
 */
public final class StrictJson {
  private final JsonLimits limits;
  private final JsonMapper mapper;

  public StrictJson(JsonLimits limits) {
    this.limits = limits;
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxStringLength(limits.stringLength())
            .maxNumberLength(limits.numberLength())
            .maxNameLength(Math.min(256, limits.stringLength()))
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    JsonMapper.Builder builder =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    for (LogicalType type :
        new LogicalType[] {LogicalType.Textual, LogicalType.Integer, LogicalType.Boolean}) {
      builder.withCoercionConfig(
          type,
          config -> {
            for (CoercionInputShape shape : CoercionInputShape.values()) {
              config.setCoercion(shape, CoercionAction.Fail);
            }
          });
    }
    this.mapper = builder.build();
  }

  /**
   * @throws InvalidValueException naming the field, if the body is not exactly a {@code type}
   */
  public <T> T read(byte[] body, Class<T> type) {
    String text = decode(body);
    scan(text);
    try {
      T value = mapper.readValue(text, type);
      if (value == null) {
        throw refused("body", "must be an object", Code.WRONG_TYPE);
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw refused(path(e), "is not known", Code.UNKNOWN_FIELD);
    } catch (JsonMappingException e) {
      throw refused(path(e), "has the wrong type", Code.WRONG_TYPE);
    } catch (JsonProcessingException e) {
      throw refused("body", "is not JSON", Code.INVALID_FORMAT);
    }
  }

  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw refused("body", "is not UTF-8", Code.INVALID_FORMAT);
    }
  }

  /** Checks the tokens for what data binding would let through. */
  private void scan(String text) {
    int properties = 0;
    try (JsonParser parser = mapper.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          properties++;
          checkText(parser.currentName());
        } else if (token == JsonToken.VALUE_STRING) {
          checkText(parser.getText());
        } else if (token.isNumeric()) {
          checkNumber(parser);
        }
        if (properties > limits.properties()) {
          throw refused("body", "has too many members", Code.TOO_LONG);
        }
      }
    } catch (IOException e) {
      throw refused("body", "is not JSON as this server reads it", Code.INVALID_FORMAT);
    }
  }

  private void checkNumber(JsonParser parser) throws IOException {
    if (parser.getTextLength() > limits.numberLength()) {
      throw refused("body", "has a number that is too long", Code.TOO_LONG);
    }
  }

  private void checkText(String text) {
    if (text.length() > limits.stringLength()) {
      throw refused("body", "has a text that is too long", Code.TOO_LONG);
    }
    if (text.codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
      throw refused("body", "has characters that are not allowed", Code.FORBIDDEN_CHARACTERS);
    }
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(shown(step.getFieldName()));
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  /** A member's name, as far as it can be shown without repeating what an attacker sent. */
  private static String shown(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_]{0,39}") ? name : "?";
  }

  private static InvalidValueException refused(String field, String problem, Code code) {
    return new InvalidValueException(field, problem, code);
  }
}
