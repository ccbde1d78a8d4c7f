package io.healthconnect.security;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The form of this server's own tokens, and nothing else. JWT libraries are lenient with what they
 * do not need (extra header members, repeated claims, spare bits in base64); this server is the
 * only issuer, so that anything unusual is somebody else's work.
 */
final class StrictToken {
  static final int MAX_LENGTH = 4096;
  private static final Set<String> HEADER = Set.of("alg", "typ");
  private static final Set<String> REQUIRED =
      Set.of("iss", "aud", "id", "role", "sid", "iat", "exp");
  private static final Set<String> TIMES = Set.of("iat", "exp", "nbf");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode claims;

  private StrictToken(JsonNode claims) {
    this.claims = claims;
  }

  /** Reads the form only; says nothing of the signature. */
  static Optional<StrictToken> read(String token) {
    if (token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      decode(parts[2]);
      JsonNode header = JSON.readTree(json(parts[0]));
      JsonNode claims = JSON.readTree(json(parts[1]));
      return headerHolds(header) && claimsHold(claims)
          ? Optional.of(new StrictToken(claims))
          : Optional.empty();
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String text(String claim) {
    return claims.path(claim).textValue();
  }

  /** Whether {@code exp} and {@code iat} hold, to the millisecond, with {@code leeway} each way. */
  boolean isCurrentAt(Instant now, Duration leeway) {
    Instant issued = Instant.ofEpochSecond(claims.path("iat").longValue());
    Instant expires = Instant.ofEpochSecond(claims.path("exp").longValue());
    return !issued.isAfter(now.plus(leeway)) && expires.isAfter(now.minus(leeway));
  }

  /** As text: of bytes, the JSON library would guess the encoding. */
  private static String json(String part) {
    return new String(decode(part), StandardCharsets.UTF_8);
  }

  private static byte[] decode(String part) {
    byte[] bytes = Base64.getUrlDecoder().decode(part);
    if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
      throw new IllegalArgumentException("not the one base64 text of its bytes");
    }
    return bytes;
  }

  private static boolean headerHolds(JsonNode header) {
    return header.isObject()
        && header.size() == HEADER.size()
        && "HS256".equals(header.path("alg").textValue())
        && "JWT".equals(header.path("typ").textValue());
  }

  private static boolean claimsHold(JsonNode claims) {
    if (!claims.isObject() || !REQUIRED.stream().allMatch(claims::has)) {
      return false;
    }
    for (var claim : claims.properties()) {
      boolean time = TIMES.contains(claim.getKey());
      JsonNode value = claim.getValue();
      if (time ? !isSecond(value) : !value.isTextual() || !REQUIRED.contains(claim.getKey())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSecond(JsonNode value) {
    return value.isIntegralNumber()
        && value.canConvertToLong()
        && value.longValue() >= 0
        && value.longValue() <= 253_402_300_799L; // the end of the year 9999
  }
}
