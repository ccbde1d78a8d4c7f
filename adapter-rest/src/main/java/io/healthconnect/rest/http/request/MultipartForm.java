package io.healthconnect.rest.http.request;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;

/**
 * A {@code multipart/form-data} form, entirely in memory: no part of it touches the disk. File
 * names and types of parts are ignored.
 */
final class MultipartForm {
  private static final int MAX_PARTS = 8;
  private static final int MAX_PART_HEADERS = 4 * 1024;

  private final Map<String, byte[]> parts;

  private MultipartForm(Map<String, byte[]> parts) {
    this.parts = parts;
  }

  /**
   * @param names the names of allowed parts, each at most once
   * @throws InvalidValueException if the body is not such a form, or has other parts
   */
  @SuppressWarnings("removal") // All bytes are present, so the returned future is complete.
  static MultipartForm parse(String contentType, byte[] body, Set<String> names) {
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary(contentType));
    parser.setMaxParts(MAX_PARTS);
    parser.setPartHeadersMaxLength(MAX_PART_HEADERS);
    parser.setMaxMemoryFileSize(-1);
    try (MultiPartFormData.Parts parsed =
        parser.parse(Content.Source.from(ByteBuffer.wrap(body))).join()) {
      return new MultipartForm(read(parsed, names));
    } catch (CompletionException e) {
      throw refused("body", "is not a form as this server reads it", Code.INVALID_FORMAT);
    }
  }

  private static String boundary(String contentType) {
    String boundary;
    try {
      boundary = MultiPart.extractBoundary(contentType);
    } catch (IllegalArgumentException unterminatedQuote) {
      boundary = null;
    }
    if (boundary == null || boundary.isEmpty()) {
      throw refused("body", "has no boundary", Code.INVALID_FORMAT);
    }
    return boundary;
  }

  private static Map<String, byte[]> read(MultiPartFormData.Parts parsed, Set<String> names) {
    Map<String, byte[]> parts = new HashMap<>();
    for (MultiPart.Part part : parsed) {
      String name = part.getName();
      if (name == null || !names.contains(name)) {
        throw refused("body", "has an unknown part", Code.UNKNOWN_FIELD);
      }
      if (parts.put(name, bytes(part)) != null) {
        throw refused(name, "must be given once", Code.DUPLICATE);
      }
    }
    return parts;
  }

  private static byte[] bytes(MultiPart.Part part) {
    try {
      ByteBuffer content = Content.Source.asByteBuffer(part.newContentSource(null, 0, -1));
      byte[] bytes = new byte[content.remaining()];
      content.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<byte[]> file(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  Optional<String> text(String name) {
    return file(name).map(bytes -> decode(name, bytes));
  }

  private static String decode(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidValueException(name, "is not UTF-8");
    }
  }

  private static InvalidValueException refused(String field, String problem, Code code) {
    return new InvalidValueException(field, problem, code);
  }
}
