package io.healthconnect.bootstrap.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Limits on requests, connections and log-ins. None can be switched off. */
public final class HttpLimits {
  private static final List<Setting<?>> ROWS = new ArrayList<>();
  static final List<Setting<?>> ALL = Collections.unmodifiableList(ROWS);

  public static final Setting<Integer> CONNECTIONS =
      limit(
          "CONNECTIONS", 1_000_000, 20_000, "concurrent connections, for REST and signaling each");
  public static final Setting<Integer> CONNECTIONS_PER_ADDRESS =
      limit(
          "CONNECTIONS_PER_ADDRESS",
          1_000_000,
          200,
          "concurrent connections from one address, for REST and signaling each");
  public static final Setting<Integer> EXPENSIVE_READS_PER_ADDRESS =
      limit(
          "EXPENSIVE_READS_PER_ADDRESS",
          100_000,
          2,
          "concurrent reads of lists and free times for one address, or for one user if a session"
              + " is required; 32 times as many wait");
  public static final Setting<Integer> SIGNUPS_PER_MINUTE =
      limit("SIGNUPS_PER_MINUTE", 1_000_000, 20, "sign-ups from one address");
  public static final Setting<Integer> LOGINS_PER_MINUTE =
      limit("LOGINS_PER_MINUTE", 1_000_000, 20, "failed log-ins from one address");
  public static final Setting<Integer> LOGIN_FAILURES =
      limit(
          "LOGIN_FAILURES",
          1_000_000,
          5,
          "wrong passwords or codes for one account from one source before it has to wait");
  public static final Setting<Integer> LOGIN_STRANGERS_FAILURES =
      limit(
          "LOGIN_STRANGERS_FAILURES",
          1_000_000,
          5,
          "wrong passwords or codes for one account from all unknown devices; one returns every 15"
              + " minutes");
  public static final Setting<Integer> LOGIN_WAIT_SECONDS =
      limit("LOGIN_WAIT_SECONDS", 86_400, 900, "the longest wait after wrong passwords or codes");
  public static final Setting<Integer> HASH_QUEUE =
      limit(
          "HASH_QUEUE",
          10_000,
          8,
          "log-ins that wait for the hashing thread; further ones get 429");
  public static final Setting<Integer> JSON_BODY_BYTES =
      limit("JSON_BODY_BYTES", 1_073_741_824, 65_536, "a JSON body");
  public static final Setting<Integer> JSON_DEPTH =
      limit("JSON_DEPTH", 1_000, 32, "nesting of JSON");
  public static final Setting<Integer> JSON_STRING_BYTES =
      limit("JSON_STRING_BYTES", 1_073_741_824, 16_384, "one string in JSON");
  public static final Setting<Integer> JSON_PROPERTIES =
      limit(
          "JSON_PROPERTIES",
          1_000_000,
          256,
          "members in one JSON body, or in one object of a packet");
  public static final Setting<Integer> JSON_NUMBER_DIGITS =
      limit("JSON_NUMBER_DIGITS", 1_000, 40, "one number in JSON");
  public static final Setting<Integer> HEADER_BYTES =
      limit("HEADER_BYTES", 1_000_000, 8_192, "a request's header block");
  public static final Setting<Integer> URI_BYTES =
      limit("URI_BYTES", 1_000_000, 4_096, "a request's address");
  public static final Setting<Integer> HEADER_SECONDS =
      limit("HEADER_SECONDS", 3_600, 10, "time to send the header block");
  public static final Setting<Integer> MIN_BYTES_PER_SECOND =
      limit(
          "MIN_BYTES_PER_SECOND", 1_000_000, 500, "the slowest allowed rate of a body or a reply");
  public static final Setting<Integer> IDLE_SECONDS =
      limit("IDLE_SECONDS", 3_600, 10, "silence within a request");
  public static final Setting<Integer> KEEP_ALIVE_SECONDS =
      limit("KEEP_ALIVE_SECONDS", 3_600, 30, "silence between requests of one connection");
  public static final Setting<Integer> TURN_PER_HOUR =
      limit("TURN_PER_HOUR", 1_000_000, 20, "TURN credentials issued to one user");
  public static final Setting<Integer> TURN_SECONDS =
      limit("TURN_SECONDS", 86_400, 600, "lifetime of a TURN credential");

  public static final Setting<Integer> CALENDAR_READS_PER_MINUTE =
      limit("CALENDAR_READS_PER_MINUTE", 1_000_000, 12, "reads of one calendar feed");

  public static final Setting<Integer> RECOVERIES_PER_HOUR =
      limit(
          "RECOVERIES_PER_HOUR",
          1_000_000,
          30,
          "mails about access to accounts that one address, or one person, asks for");

  private HttpLimits() {}

  private static Setting<Integer> limit(String suffix, int most, int normal, String meaning) {
    Setting<Integer> setting =
        Setting.of(
            "LIMIT_" + suffix, SettingType.number(1, most), Integer.toString(normal), meaning);
    ROWS.add(setting);
    return setting;
  }
}
