package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.call.SessionDescription;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** only a description of encrypted media is accepted, and it is passed on unchanged. */
class SessionDescriptionTest {
  private static final int MAX_BYTES = 32 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final String HASH = "a=fingerprint:sha-256 " + "A1:".repeat(31) + "0f\r\n";
  private static final String HEAD = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
  private static final String MEDIA = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\n";
  private static final String GOOD = HEAD + MEDIA + HASH;

  private static final String TOO_LONG = "is too long";
  private static final String NO_START = "must begin with v=0";
  private static final String NO_LINES = "must have lines of SDP";
  private static final String PLAIN = "must have a sha-256 fingerprint";
  private static final String KEYS = "must not carry keys";
  private static final String MANY = "must have at most 64 media sections";

  static final List<Arguments> ACCEPTED =
      List.of(
          Arguments.of("fingerprint of one media section", GOOD),
          Arguments.of("fingerprint of the session", HEAD + HASH + MEDIA),
          Arguments.of("only line feeds", GOOD.replace("\r\n", "\n")),
          Arguments.of("no end of the last line", GOOD.strip()),
          Arguments.of("another hash besides", GOOD + "a=fingerprint:sha-1 00:11\r\n"),
          Arguments.of("64 media sections", HEAD + MEDIA.repeat(64) + HASH),
          Arguments.of("a name beyond ASCII", GOOD.replace("s=-", "s=Anna\u00e9 \ud83e\ude7a")),
          Arguments.of("words like keys", GOOD + "a=x-crypto:1\r\na=mid:a=crypto:\r\n"),
          Arguments.of("32 KiB", filled(MAX_BYTES)));

  static final List<Arguments> REFUSED =
      List.of(
          Arguments.of("one byte more than 32 KiB", filled(MAX_BYTES + 1), TOO_LONG),
          Arguments.of("33 KiB", filled(33 * 1024), TOO_LONG),
          Arguments.of("10 MB", filled(10_000_000), TOO_LONG),
          Arguments.of("32 KiB of characters with two bytes", GOOD + accents(), TOO_LONG),
          Arguments.of("65 media sections", HEAD + MEDIA.repeat(65) + HASH, MANY),
          Arguments.of("10,000 media lines", HEAD + HASH + "m=\n".repeat(10_000), MANY),
          Arguments.of("nothing", "", NO_START),
          Arguments.of("plain text", "hello", NO_START),
          Arguments.of("another version", GOOD.replace("v=0", "v=1"), NO_START),
          Arguments.of("a longer version", GOOD.replace("v=0", "v=00"), NO_START),
          Arguments.of("a byte order mark", '\ufeff' + GOOD, NO_START),
          Arguments.of("white space before", "\r\n" + GOOD, NO_START),
          Arguments.of("only the version", "v=0", PLAIN),
          Arguments.of("no fingerprint", HEAD + MEDIA, PLAIN),
          Arguments.of("only sha-1", GOOD.replace("sha-256", "sha-1"), PLAIN),
          Arguments.of("a cut fingerprint", GOOD.replace(":0f", ""), PLAIN),
          Arguments.of("a longer fingerprint", GOOD.replace(":0f", ":0f:00"), PLAIN),
          Arguments.of("no hexadecimal digits", GOOD.replace("A1:A1", "G1:G1"), PLAIN),
          Arguments.of("a fingerprint within a line", HEAD + "a=x-y:" + HASH, PLAIN),
          Arguments.of("a fingerprint of another type", HEAD + HASH.replace("a=", "b="), PLAIN),
          Arguments.of("keys of SDES", GOOD + crypto(), KEYS),
          Arguments.of("keys before the fingerprint", HEAD + crypto() + MEDIA + HASH, KEYS),
          Arguments.of("keys after a bare line feed", GOOD.strip() + "\n" + crypto(), KEYS),
          Arguments.of("keys in capitals", GOOD + "a=CRYPTO:1 x inline:y\r\n", KEYS),
          Arguments.of("keys of the old kind", GOOD + "k=clear:secret\r\n", KEYS),
          Arguments.of("a bare return", GOOD.replace("s=-\r\n", "s=-\ra=b\r\n"), NO_LINES),
          Arguments.of("a return as the last character", GOOD.strip() + "\r", NO_LINES),
          Arguments.of("two returns", GOOD.replace("s=-\r\n", "s=-\r\r\n"), NO_LINES),
          Arguments.of("NUL", GOOD.replace("s=-", "s=\0"), NO_LINES),
          Arguments.of("tab", GOOD.replace("s=-", "s=\t"), NO_LINES),
          Arguments.of("escape", GOOD.replace("s=-", "s=\u001b[2J"), NO_LINES),
          Arguments.of("a C1 control", GOOD.replace("s=-", "s=\u0085"), NO_LINES),
          Arguments.of("delete", GOOD.replace("s=-", "s=\u007f"), NO_LINES),
          Arguments.of("half a character", GOOD.replace("s=-", "s=\ud800"), NO_LINES),
          Arguments.of("an empty line", GOOD.replace("s=-", "s=-\r\n"), NO_LINES),
          Arguments.of("an empty line at the end", GOOD + "\r\n", NO_LINES),
          Arguments.of("a line without a type", GOOD + "hello\r\n", NO_LINES),
          Arguments.of("white space before a type", GOOD + " a=b\r\n", NO_LINES),
          Arguments.of("a long type", GOOD + "aa=b\r\n", NO_LINES),
          Arguments.of("a type in capitals", GOOD + "A=crypto:1 x inline:y\r\n", NO_LINES));

  static final List<Arguments> NO_TEXT =
      List.of(
          Arguments.of("missing", description("offer", null)),
          Arguments.of("null", description("offer", NODES.nullNode())),
          Arguments.of("a number", description("offer", NODES.numberNode(7))),
          Arguments.of("a boolean", description("offer", NODES.booleanNode(true))),
          Arguments.of("a list", description("offer", NODES.arrayNode().add(GOOD))),
          Arguments.of("an object", description("offer", NODES.objectNode().put("sdp", GOOD))),
          Arguments.of("another type", description("pranswer", NODES.textNode(GOOD))),
          Arguments.of("no type", NODES.objectNode().put("sdp", GOOD)),
          Arguments.of("a list as type", NODES.objectNode().put("sdp", GOOD).putArray("type")),
          Arguments.of("text instead of an object", NODES.textNode(GOOD)),
          Arguments.of("a rollback with text", description("rollback", NODES.textNode(GOOD))),
          Arguments.of("a rollback with a number", description("rollback", NODES.numberNode(1))));

  @ParameterizedTest(name = "{0}")
  @FieldSource("ACCEPTED")
  void r04PassesOn(String what, String sdp) throws Exception {
    JsonNode sent = JSON.readTree(read(description("offer", NODES.textNode(sdp))).json());
    assertEquals(description("offer", NODES.textNode(sdp)), sent, what);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("REFUSED")
  void r04Refuses(String what, String sdp, String problem) {
    assertEquals(problem, problem(description("offer", NODES.textNode(sdp))), what);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("NO_TEXT")
  void r04RefusesWhatIsNoDescription(String what, JsonNode value) {
    assertEquals("must be an object with type and sdp", problem(value), what);
  }

  @Test
  void aRollbackIsEmpty() throws Exception {
    ObjectNode empty = description("rollback", NODES.textNode(""));
    assertEquals(empty, JSON.readTree(read(empty).json()));
    assertEquals(empty, JSON.readTree(read(description("rollback", null)).json()));
  }

  private static SessionDescription read(JsonNode value) {
    Payload payload = Payload.of(List.of(NODES.objectNode().set("offer", value)));
    return payload.description(
        MAX_BYTES, UnaryOperator.identity(), "offer", "offer", "answer", "rollback");
  }

  private static String problem(JsonNode value) {
    InvalidValueException refused =
        assertThrows(InvalidValueException.class, () -> read(value), "it passes");
    assertEquals("offer", refused.field());
    return refused.problem();
  }

  private static ObjectNode description(String type, JsonNode sdp) {
    ObjectNode description = NODES.objectNode().put("type", type);
    return sdp == null ? description : description.set("sdp", sdp);
  }

  /** A description of so many bytes. */
  private static String filled(int bytes) {
    String lines = "a=rtpmap:111 opus/48000/2\r\n".repeat((bytes - GOOD.length()) / 27 - 1);
    String start = GOOD + lines + "a=x-fill:";
    return start + "x".repeat(bytes - start.length());
  }

  private static String accents() {
    return "a=" + "\u00e9".repeat(MAX_BYTES / 2);
  }

  private static String crypto() {
    return "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz\r\n";
  }
}
