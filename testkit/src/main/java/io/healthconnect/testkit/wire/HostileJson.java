package io.healthconnect.testkit.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * JSON texts that RFC 8259 or the limits forbid (I-01, I-02), each derived from one that is
 * accepted.
 */
public final class HostileJson {
  private static final Pattern SCALAR = Pattern.compile(":(\"[^\"]*\"|\\d+|true|false)");

  /** What is wrong, and the bytes. */
  public record Case(String what, byte[] bytes) {
    @Override
    public String toString() {
      return what;
    }
  }

  private final String good;
  private final List<Case> cases = new ArrayList<>();

  private HostileJson(String good) {
    this.good = good;
  }

  /**
   * All cases, each of at most 64 KiB.
   *
   * @param good an object with a scalar value somewhere, without spaces
   */
  public static List<Case> of(String good) {
    HostileJson table = new HostileJson(good);
    table.sloppy();
    table.bombs();
    table.characters();
    return table.cases;
  }

  private void sloppy() {
    String inner = good.substring(1, good.length() - 1);
    add("a key twice", '{' + inner + ',' + inner + '}');
    add("a second value", good + " {}");
    add("a second value without space", good + good);
    add("trailing text", good + 'x');
    add("a trailing comma", '{' + inner + ",}");
    add("a leading comma", "{," + inner + '}');
    add("a comment", "{/*c*/" + inner + '}');
    add("a comment to the end of the line", "//c\n" + good);
    add("a hash comment", "#c\n" + good);
    add("single quotes", good.replace('"', '\''));
    add("keys without quotes", good.replaceFirst("\"(\\w+)\":", "$1:"));
    add("no end", good.substring(0, good.length() - 1));
    add("an end too many", good + '}');
    for (String value :
        List.of("NaN", "Infinity", "-Infinity", "+1", "01", ".5", "1.", "0x1", "1e", "undefined")) {
      add(value, with(value));
    }
    for (String value : List.of("None", "True", "'x'", "`x`", "\"\\x41\"", "\"\\u12\"", "\"")) {
      add(value, with(value));
    }
    for (String text : List.of("", " ", "null", "[]", "[" + good + "]", "1", "\"x\"", "true")) {
      add("the whole is " + text, text);
    }
  }

  private void bombs() {
    add("20,000 arrays", with("[".repeat(20_000) + "]".repeat(20_000)));
    add("10,000 objects", with("{\"a\":".repeat(10_000) + '1' + "}".repeat(10_000)));
    add("20,000 arrays without an end", "[".repeat(20_000));
    add("60,000 digits", with("9".repeat(60_000)));
    add("a huge exponent", with("1e999999999"));
    add("a tiny exponent", with("1e-999999999"));
    add("a text of 60,000 characters", with('"' + "x".repeat(60_000) + '"'));
    add("a key of 60,000 characters", good.replaceFirst("\"", '"' + "k".repeat(60_000)));
    String many =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "\"k" + i + "\":1")
            .collect(Collectors.joining(","));
    add("5,000 members", '{' + many + ',' + good.substring(1));
  }

  private void characters() {
    for (String text : List.of("\\ud800", "\\udc00", "\\udc00\\ud800", "a\\u0000", "\\u0000")) {
      add(text, with('"' + text + '"'));
    }
    for (char control : new char[] {0, 1, '\n', '\t', 0x1F}) {
      add("a raw character " + (int) control, with("\"a" + control + '"'));
    }
    add("a byte order mark", '\uFEFF' + good);
    cases.add(new Case("UTF-16", good.getBytes(StandardCharsets.UTF_16)));
    cases.add(new Case("UTF-16 without a mark", good.getBytes(StandardCharsets.UTF_16LE)));
    for (int[] bytes :
        new int[][] {{0xC3}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}, {0xFF}}) {
      cases.add(new Case("bytes that are not UTF-8", inText(bytes)));
    }
  }

  /** The good text with its first scalar value replaced. */
  private String with(String value) {
    return SCALAR.matcher(good).replaceFirst(':' + Matcher.quoteReplacement(value));
  }

  private byte[] inText(int... bytes) {
    String[] around = with("\"|\"").split("\\|", 2);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(around[0].getBytes(StandardCharsets.UTF_8));
    for (int each : bytes) {
      all.write(each);
    }
    all.writeBytes(around[1].getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }

  private void add(String what, String text) {
    cases.add(new Case(what, text.getBytes(StandardCharsets.UTF_8)));
  }
}
