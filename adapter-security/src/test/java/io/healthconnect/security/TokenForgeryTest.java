package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Robustness goal G-02: anything that is not exactly one of our own tokens is refused. */
class TokenForgeryTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final long IAT = NOW.getEpochSecond();
  private static final long EXP = IAT + 3600;
  private static final String SECRET = "an odd secret of 32 bytes, or so";
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
  private static final String CLAIMS =
      ("{\"iss\":\"health-connect\",\"aud\":\"health-connect\",\"id\":\"a1\",\"role\":\"doctor\","
              + "\"sid\":\"s1\",\"iat\":%d,\"exp\":%d}")
          .formatted(IAT, EXP);
  private static final JwtTokenIssuer TOKENS =
      new JwtTokenIssuer(bytes(SECRET), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void theTableStartsFromATokenThatIsAccepted() {
    assertTrue(TOKENS.verify(signed(HEADER, CLAIMS)).isPresent());
  }

  @TestFactory
  Stream<DynamicTest> refuses() {
    Map<String, String> table = new LinkedHashMap<>();
    headers(table);
    claims(table);
    signatures(table);
    shapes(table);
    assertTrue(table.size() >= 60, "the table has only " + table.size() + " cases");
    return table.entrySet().stream()
        .map(
            forgery ->
                DynamicTest.dynamicTest(
                    forgery.getKey(),
                    () -> assertEquals(Optional.empty(), TOKENS.verify(forgery.getValue()))));
  }

  private static void headers(Map<String, String> table) {
    for (String alg :
        new String[] {
          "none",
          "None",
          "NONE",
          "nOnE",
          "",
          "hs256",
          "HS384",
          "HS512",
          "RS256",
          "ES256",
          "PS256",
          "EdDSA",
          "HS256 ",
          "HMACSHA256"
        }) {
      String header = HEADER.replace("HS256", alg);
      table.put("alg '" + alg + "', signed", signed(header, CLAIMS));
      table.put("alg '" + alg + "', no signature", encode(header) + "." + encode(CLAIMS) + ".");
    }
    for (String extra :
        new String[] {
          "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}",
          "\"jku\":\"https://example.org/keys\"",
          "\"x5u\":\"https://example.org/cert\"",
          "\"x5c\":[\"AAAA\"]",
          "\"kid\":\"../../dev/null\"",
          "\"kid\":\"1' or '1'='1\"",
          "\"crit\":[\"exp\"]",
          "\"b64\":false",
          "\"zip\":\"DEF\"",
          "\"cty\":\"JWT\"",
          "\"alg\":\"none\"",
          "\"alg\":\"HS256\""
        }) {
      table.put("header with " + extra, signed(HEADER.replace("}", "," + extra + "}"), CLAIMS));
    }
    table.put("no alg", signed("{\"typ\":\"JWT\"}", CLAIMS));
    table.put("alg null", signed("{\"alg\":null,\"typ\":\"JWT\"}", CLAIMS));
    table.put("alg list", signed("{\"alg\":[\"HS256\"],\"typ\":\"JWT\"}", CLAIMS));
    table.put("no typ", signed("{\"alg\":\"HS256\"}", CLAIMS));
    table.put("typ at+jwt", signed(HEADER.replace("JWT", "at+jwt"), CLAIMS));
    table.put("header is a list", signed("[" + HEADER + "]", CLAIMS));
    table.put("header is empty", signed("", CLAIMS));
    table.put("header is null", signed("null", CLAIMS));
    table.put("text after the header", signed(HEADER + "{}", CLAIMS));
  }

  private static void claims(Map<String, String> table) {
    replaced(table, "wrong iss", "\"iss\":\"health-connect\"", "\"iss\":\"health-connect2\"");
    replaced(table, "iss list", "\"iss\":\"health-connect\"", "\"iss\":[\"health-connect\"]");
    replaced(table, "no iss", "\"iss\":\"health-connect\",", "");
    replaced(table, "wrong aud", "\"aud\":\"health-connect\"", "\"aud\":\"Health-Connect\"");
    replaced(table, "aud list", "\"aud\":\"health-connect\"", "\"aud\":[\"health-connect\",\"x\"]");
    replaced(table, "no aud", "\"aud\":\"health-connect\",", "");
    replaced(table, "no exp", ",\"exp\":" + EXP, "");
    replaced(table, "exp text", "\"exp\":" + EXP, "\"exp\":\"" + EXP + "\"");
    replaced(table, "exp null", "\"exp\":" + EXP, "\"exp\":null");
    replaced(table, "exp true", "\"exp\":" + EXP, "\"exp\":true");
    replaced(table, "exp fraction", "\"exp\":" + EXP, "\"exp\":" + EXP + ".5");
    replaced(table, "exp exponent", "\"exp\":" + EXP, "\"exp\":1e12");
    replaced(table, "exp huge", "\"exp\":" + EXP, "\"exp\":99999999999999999999");
    replaced(table, "exp beyond dates", "\"exp\":" + EXP, "\"exp\":" + Long.MAX_VALUE);
    replaced(table, "exp negative", "\"exp\":" + EXP, "\"exp\":-1");
    replaced(table, "exp past", "\"exp\":" + EXP, "\"exp\":" + (IAT - 61));
    replaced(table, "no iat", "\"iat\":" + IAT + ",", "");
    replaced(table, "iat future", "\"iat\":" + IAT, "\"iat\":" + (IAT + 61));
    replaced(table, "no id", "\"id\":\"a1\",", "");
    replaced(table, "id number", "\"id\":\"a1\"", "\"id\":1");
    replaced(table, "id empty", "\"id\":\"a1\"", "\"id\":\"\"");
    replaced(table, "id path", "\"id\":\"a1\"", "\"id\":\"../a1\"");
    replaced(table, "id object", "\"id\":\"a1\"", "\"id\":{\"$ne\":\"\"}");
    replaced(table, "no sid", "\"sid\":\"s1\",", "");
    replaced(table, "sid null", "\"sid\":\"s1\"", "\"sid\":null");
    replaced(table, "no role", "\"role\":\"doctor\",", "");
    replaced(table, "role unknown", "\"role\":\"doctor\"", "\"role\":\"root\"");
    replaced(table, "role upper case", "\"role\":\"doctor\"", "\"role\":\"DOCTOR\"");
    table.put("nbf past", signed(HEADER, with("\"nbf\":" + IAT)));
    table.put("claims in another order", signed(HEADER, reordered()));
    table.put("nbf future", signed(HEADER, with("\"nbf\":" + (IAT + 61))));
    table.put("nbf text", signed(HEADER, with("\"nbf\":\"" + IAT + "\"")));
    table.put("duplicate exp", signed(HEADER, with("\"exp\":" + (EXP + 9))));
    table.put("duplicate id", signed(HEADER, with("\"id\":\"a2\"")));
    table.put("duplicate role", signed(HEADER, with("\"role\":\"admin\"")));
    table.put("a refresh token", signed(HEADER, with("\"use\":\"refresh\"")));
    table.put("claims are a list", signed(HEADER, "[" + CLAIMS + "]"));
    table.put("claims are text", signed(HEADER, "\"x\""));
    table.put("claims are empty", signed(HEADER, ""));
    table.put("text after the claims", signed(HEADER, CLAIMS + "x"));
  }

  private static void signatures(Map<String, String> table) {
    String good = signed(HEADER, CLAIMS);
    String body = good.substring(0, good.lastIndexOf('.') + 1);
    String signature = good.substring(body.length());
    table.put("no signature", body);
    table.put("two parts", body.substring(0, body.length() - 1));
    table.put("four parts", good + ".");
    table.put("signature cut", good.substring(0, good.length() - 1));
    table.put("signature padded", good + "=");
    table.put("signature with spare bits", good.substring(0, good.length() - 1) + next(good));
    table.put("signature longer", good + "AAAA");
    table.put("signature of zeros", body + "A".repeat(43));
    table.put(
        "signature of other claims",
        encode(HEADER) + "." + encode(with("\"nbf\":1")) + "." + signature);
    table.put("other secret", token(HEADER, CLAIMS, "HmacSHA256", SECRET.replace('a', 'b')));
    table.put("secret with a line end", token(HEADER, CLAIMS, "HmacSHA256", SECRET + "\n"));
    table.put("SHA-512 under HS256", token(HEADER, CLAIMS, "HmacSHA512", SECRET));
    String genuine =
        TOKENS.issue(
            new Session(
                new SessionId("s1"),
                new AccountId("a1"),
                NOW,
                NOW.plusSeconds(3600),
                ClientSoftware.UNKNOWN),
            Role.PATIENT);
    String[] parts = genuine.split("\\.");
    String admin =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("patient", "admin");
    table.put("role raised", parts[0] + "." + encode(admin) + "." + parts[2]);
  }

  private static void shapes(Map<String, String> table) {
    String good = signed(HEADER, CLAIMS);
    table.put("empty", "");
    table.put("dots", "..");
    table.put("three dots", "...");
    table.put("space before", " " + good);
    table.put("line end behind", good + "\n");
    table.put("bearer in front", "Bearer " + good);
    table.put("NUL behind", good + "\0");
    table.put("not ASCII", good.replace('.', '\uFF0E'));
    table.put("standard base64", good.replaceFirst("\\.", "+."));
    table.put("100 KB", signed(HEADER, with("\"pad\":\"" + "x".repeat(100_000) + "\"")));
    table.put("100 KB of dots", ".".repeat(100_000));
    table.put("deep", signed(HEADER, "[".repeat(1500) + "]".repeat(1500)));
    table.put("JWE of five parts", good + ".AAAA.AAAA");
  }

  private static void replaced(Map<String, String> table, String name, String from, String to) {
    assertTrue(CLAIMS.contains(from), name);
    table.put(name, signed(HEADER, CLAIMS.replace(from, to)));
  }

  private static String reordered() {
    String role = "\"role\":\"doctor\",";
    return CLAIMS.replace(role, "").replace("{", "{" + role);
  }

  private static String with(String member) {
    return CLAIMS.replace("}", "," + member + "}");
  }

  /** Another last character for the same 256 bits: only the character's first four bits count. */
  private static char next(String token) {
    return (char) (token.charAt(token.length() - 1) + 1);
  }

  private static String signed(String header, String claims) {
    return token(header, claims, "HmacSHA256", SECRET);
  }

  private static String token(String header, String claims, String algorithm, String secret) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(bytes(secret), algorithm));
      String body = encode(header) + "." + encode(claims);
      return body + "." + encode(mac.doFinal(bytes(body)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return encode(bytes(text));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
