package io.healthconnect.bootstrap.settings;

import io.healthconnect.application.call.RelayOnly;
import java.util.List;
import java.util.Optional;

/** Settings of calls and signaling sockets. */
public final class CallSettings {
  private static final int TEN_MINUTES_MS = 600_000;

  public static final Setting<Optional<List<String>>> STUN_URLS =
      Setting.optional(
          "STUN_URLS",
          SettingType.text("stun: or stuns: addresses", "stuns?:[^\\s,]{1,300}").list(),
          "unset: none",
          "STUN servers for clients");
  public static final Setting<Optional<List<String>>> TURN_URLS =
      Setting.optional(
          "TURN_URLS",
          SettingType.text("turn: or turns: addresses", "turns?:[^\\s,]{1,300}").list(),
          "unset: none",
          "TURN servers for clients; requires TURN_SECRET");
  public static final Setting<Optional<String>> TURN_SECRET =
      Setting.secret(
          "TURN_SECRET",
          new SettingType<>("text without white space, and no sample value", CallSettings::secret),
          "unset",
          "the secret shared with the TURN servers (coturn's static-auth-secret); requires"
              + " TURN_URLS");
  public static final Setting<RelayOnly> CALLS_RELAY =
      Setting.of(
          "CALLS_RELAY",
          SettingType.oneOf(List.of(RelayOnly.PATIENTS, RelayOnly.EVERYONE, RelayOnly.NOBODY)),
          "patients",
          "whose calls use the TURN servers alone, so that the other side does not learn their"
              + " addresses; only with TURN_URLS; the same on every node");
  public static final Setting<Integer> CALL_RING_SECONDS =
      Setting.of("CALL_RING_SECONDS", SettingType.number(1, 600), "45", "how long a call rings");
  public static final Setting<Integer> CALL_LEASE_SECONDS =
      Setting.of(
          "CALL_LEASE_SECONDS",
          SettingType.number(1, 600),
          "30",
          "how long a call waits for a side whose socket is lost");
  public static final Setting<Integer> PING_INTERVAL_MS =
      Setting.of(
          "PING_INTERVAL_MS",
          SettingType.number(50, TEN_MINUTES_MS),
          "25000",
          "time between pings");
  public static final Setting<Integer> PING_TIMEOUT_MS =
      Setting.of(
          "PING_TIMEOUT_MS",
          SettingType.number(50, TEN_MINUTES_MS),
          "20000",
          "time to answer a ping");
  public static final Setting<Integer> CONNECT_TIMEOUT_MS =
      Setting.of(
          "CONNECT_TIMEOUT_MS",
          SettingType.number(50, TEN_MINUTES_MS),
          "10000",
          "time from opening a socket to its CONNECT");

  static final List<Setting<?>> ALL =
      List.of(
          STUN_URLS,
          TURN_URLS,
          TURN_SECRET,
          CALLS_RELAY,
          CALL_RING_SECONDS,
          CALL_LEASE_SECONDS,
          PING_INTERVAL_MS,
          PING_TIMEOUT_MS,
          CONNECT_TIMEOUT_MS);

  private CallSettings() {}

  /** Whose calls use the relay alone: nobody's without a TURN server. */
  public static RelayOnly relayOnly(Settings settings) {
    return settings.get(TURN_URLS).isPresent() ? settings.get(CALLS_RELAY) : RelayOnly.NOBODY;
  }

  private static String secret(String text) {
    if (!text.matches("\\S{1,1000}") || SigningSecret.isPlaceholder(text)) {
      throw new IllegalArgumentException("not a secret");
    }
    return text;
  }
}
