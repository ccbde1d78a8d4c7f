package io.healthconnect.bootstrap.settings;

import java.util.List;
import java.util.Optional;

/** Calls and the sockets that signal them. */
public final class CallSettings {
  private static final int TEN_MINUTES_MS = 600_000;

  public static final Setting<Optional<List<String>>> STUN_URLS =
      Setting.optional(
          "STUN_URLS",
          Kind.text("stun: or stuns: addresses", "stuns?:[^\\s,]{1,300}").list(),
          "unset: none",
          "STUN servers that clients are told of");
  public static final Setting<Optional<List<String>>> TURN_URLS =
      Setting.optional(
          "TURN_URLS",
          Kind.text("turn: or turns: addresses", "turns?:[^\\s,]{1,300}").list(),
          "unset: none",
          "TURN servers that clients are told of; needs TURN_SECRET");
  public static final Setting<Optional<String>> TURN_SECRET =
      Setting.secret(
          "TURN_SECRET",
          Kind.text("text without white space", "\\S{1,1000}"),
          "unset",
          "the secret shared with the TURN servers (coturn's static-auth-secret); needs TURN_URLS");
  public static final Setting<Integer> CALL_RING_SECONDS =
      Setting.of("CALL_RING_SECONDS", Kind.number(1, 600), "45", "how long a call rings");
  public static final Setting<Integer> CALL_LEASE_SECONDS =
      Setting.of(
          "CALL_LEASE_SECONDS",
          Kind.number(1, 600),
          "30",
          "how long a call waits for a side whose socket is lost");
  public static final Setting<Integer> PING_INTERVAL_MS =
      Setting.of(
          "PING_INTERVAL_MS", Kind.number(50, TEN_MINUTES_MS), "25000", "time between pings");
  public static final Setting<Integer> PING_TIMEOUT_MS =
      Setting.of(
          "PING_TIMEOUT_MS", Kind.number(50, TEN_MINUTES_MS), "20000", "time to answer a ping");
  public static final Setting<Integer> CONNECT_TIMEOUT_MS =
      Setting.of(
          "CONNECT_TIMEOUT_MS",
          Kind.number(50, TEN_MINUTES_MS),
          "10000",
          "time from the open socket to its sign-in");

  static final List<Setting<?>> ALL =
      List.of(
          STUN_URLS,
          TURN_URLS,
          TURN_SECRET,
          CALL_RING_SECONDS,
          CALL_LEASE_SECONDS,
          PING_INTERVAL_MS,
          PING_TIMEOUT_MS,
          CONNECT_TIMEOUT_MS);

  private CallSettings() {}
}
