package io.healthconnect.bootstrap.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Limits on signaling sockets, chat and calls. None can be switched off. */
public final class SocketLimits {
  private static final List<Setting<?>> ROWS = new ArrayList<>();
  static final List<Setting<?>> ALL = Collections.unmodifiableList(ROWS);

  public static final Setting<Integer> SOCKETS_PER_USER =
      limit("SOCKETS_PER_USER", 10_000, 8, "sockets of one user");
  public static final Setting<Integer> EVENTS_PER_SECOND =
      limit("EVENTS_PER_SECOND", 1_000_000, 100, "events from one socket");
  public static final Setting<Integer> HANDSHAKE_SECONDS =
      limit("HANDSHAKE_SECONDS", 3_600, 5, "time from the upgrade request to the open socket");
  public static final Setting<Integer> FRAME_BYTES =
      limit("FRAME_BYTES", 1_073_741_824, 65_536, "a WebSocket frame, and a whole message");
  public static final Setting<Integer> FRAGMENTS =
      limit("FRAGMENTS", 100_000, 64, "fragments of one message");
  public static final Setting<Integer> CONTROL_FRAMES_PER_SECOND =
      limit(
          "CONTROL_FRAMES_PER_SECOND", 1_000_000, 10, "control frames from one socket, on average");
  public static final Setting<Integer> CONTROL_FRAMES_BURST =
      limit("CONTROL_FRAMES_BURST", 1_000_000, 20, "burst of control frames from one socket");
  public static final Setting<Integer> QUEUE_MESSAGES =
      limit("QUEUE_MESSAGES", 1_000_000, 256, "messages waiting to be sent to one socket");
  public static final Setting<Integer> QUEUE_BYTES =
      limit("QUEUE_BYTES", 1_073_741_824, 1_048_576, "bytes waiting to be sent to one socket");
  public static final Setting<Integer> PENDING_EVENTS =
      limit("PENDING_EVENTS", 1_000_000, 1_024, "events of one socket that wait to be handled");
  public static final Setting<Integer> RECOVERY_EVENTS =
      limit("RECOVERY_EVENTS", 100_000, 1_000, "missed events that one recovered socket gets");
  public static final Setting<Integer> RECOVERY_BYTES =
      limit("RECOVERY_BYTES", 1_073_741_824, 33_554_432, "recent events kept for lost sockets");
  public static final Setting<Integer> CHAT_BURST =
      limit("CHAT_BURST", 1_000_000, 60, "burst of chat messages by one user");
  public static final Setting<Integer> CHAT_PER_SECOND =
      limit("CHAT_PER_SECOND", 1_000_000, 1, "chat messages by one user, on average");
  public static final Setting<Integer> CALLS_PER_MINUTE =
      limit(
          "CALLS_PER_MINUTE",
          1_000_000,
          10,
          "calls of one caller; of the events of waiting rooms six times as many");
  public static final Setting<Integer> CALLS_PER_CALLEE_PER_MINUTE =
      limit("CALLS_PER_CALLEE_PER_MINUTE", 1_000_000, 3, "calls of one caller to one callee");
  public static final Setting<Integer> SDP_BYTES =
      limit("SDP_BYTES", 32_768, 32_768, "a session description");
  public static final Setting<Integer> CANDIDATE_BYTES =
      limit("CANDIDATE_BYTES", 1_024, 1_024, "an ICE candidate");
  public static final Setting<Integer> CANDIDATES =
      limit("CANDIDATES", 1_000_000, 100, "ICE candidates of one side since its last description");

  private SocketLimits() {}

  private static Setting<Integer> limit(String suffix, int most, int normal, String meaning) {
    Setting<Integer> setting =
        Setting.of(
            "LIMIT_" + suffix, SettingType.number(1, most), Integer.toString(normal), meaning);
    ROWS.add(setting);
    return setting;
  }
}
