package io.healthconnect.benchmarks.server;

import java.util.Map;

/** Session descriptions that the server accepts, although no media could flow with them. */
public final class Descriptions {
  private static final String FINGERPRINT = "a=fingerprint:sha-256 " + "00:".repeat(31) + "00\r\n";

  private Descriptions() {}

  public static Map<String, String> of(String type) {
    return named(type, "-");
  }

  /** A description with a session name that distinguishes it from others. */
  public static Map<String, String> named(String type, String name) {
    return Map.of("type", type, "sdp", sdp(name));
  }

  public static String sdp(String name) {
    return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=" + name + "\r\nt=0 0\r\n" + FINGERPRINT;
  }
}
