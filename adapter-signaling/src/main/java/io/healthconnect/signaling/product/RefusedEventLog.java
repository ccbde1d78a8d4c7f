package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.limits.TokenBucket;
import io.healthconnect.signaling.session.ClientSocket;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs the events of one socket that its person was not allowed to send, at most one line per
 * second on average. Not thread-safe: the events of one socket run one after the other.
 */
final class RefusedEventLog {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedEventLog.class);
  private static final Set<String> LOGGED = Set.of("forbidden", "not_found", "not_your_device");
  private static final int BURST = 5;

  private final ClientSocket socket;
  private final Timers timers;
  private final TokenBucket rate;

  RefusedEventLog(ClientSocket socket, Timers timers) {
    this.socket = socket;
    this.timers = timers;
    this.rate = new TokenBucket(1, BURST, timers.nanoTime());
  }

  /**
   * @param event the name of a known event
   */
  void answered(String event, JsonNode answer) {
    if (answer.path("ok").asBoolean()) {
      return;
    }
    String code = answer.path("error").path("code").asText();
    if (LOGGED.contains(code) && rate.take(timers.nanoTime())) {
      LOG.info("{} {} of socket {}", event, code, socket.id());
    }
  }
}
