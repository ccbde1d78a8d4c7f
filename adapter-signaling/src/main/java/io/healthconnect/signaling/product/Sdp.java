package io.healthconnect.signaling.product;

import io.healthconnect.domain.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of a session description (RFC 8866), checked line by line in linear time. Only the two
 * browsers can decrypt the media: they negotiate the keys themselves (DTLS-SRTP, RFC 8827), so the
 * text must contain a fingerprint (RFC 8122) and must not contain a key.
 */
record Sdp(String text) {
  private static final int MAX_MEDIA = 64;
  private static final Pattern LINE_END = Pattern.compile("\r?\n");
  private static final Pattern LINE = Pattern.compile("[a-z]=[^\\p{Cntrl}\\x{80}-\\x{9f}\\p{Cs}]*");
  private static final Pattern FINGERPRINT =
      Pattern.compile("a=fingerprint:sha-256 [0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31}");

  /** The old key field, SDES (RFC 4568) and MIKEY (RFC 4567). */
  private static final List<String> KEYS = List.of("k=", "a=crypto", "a=key-mgmt");

  /**
   * Reads the text of a field.
   *
   * @throws InvalidValueException if it has more than so many bytes of UTF-8, or does not describe
   *     such media
   */
  static Sdp parse(String field, String text, int maxBytes) {
    require(!isLonger(text, maxBytes), field, "is too long");
    List<String> lines = lines(text);
    require(lines.get(0).equals("v=0"), field, "must begin with v=0");
    require(lines.stream().allMatch(LINE.asMatchPredicate()), field, "must have lines of SDP");
    require(lines.stream().noneMatch(Sdp::isKey), field, "must not carry keys");
    long media = lines.stream().filter(line -> line.startsWith("m=")).count();
    require(media <= MAX_MEDIA, field, "must have at most " + MAX_MEDIA + " media sections");
    boolean hashed = lines.stream().anyMatch(FINGERPRINT.asMatchPredicate());
    require(hashed, field, "must have a sha-256 fingerprint");
    return new Sdp(text);
  }

  static boolean isLonger(String text, int bytes) {
    return text.length() > bytes || text.getBytes(StandardCharsets.UTF_8).length > bytes;
  }

  /** The last line may lack its line end. */
  private static List<String> lines(String text) {
    List<String> lines = List.of(LINE_END.split(text, -1));
    int last = lines.size() - 1;
    return last > 0 && lines.get(last).isEmpty() ? lines.subList(0, last) : lines;
  }

  private static boolean isKey(String line) {
    return KEYS.stream().anyMatch(line.toLowerCase(Locale.ROOT)::startsWith);
  }

  private static void require(boolean met, String field, String problem) {
    if (!met) {
      throw new InvalidValueException(field, problem);
    }
  }

  /** Omits the text, because it contains network addresses. */
  @Override
  public String toString() {
    return "Sdp[" + text.length() + "]";
  }
}
