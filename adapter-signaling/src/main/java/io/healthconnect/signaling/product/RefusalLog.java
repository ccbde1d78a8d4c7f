package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.signaling.RateBucket;
import io.healthconnect.signaling.endpoint.ClientSocket;
import io.healthconnect.signaling.endpoint.Timers;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for each event of one socket that was not its person's to send, at most one a
 * second in the long run. Used by the socket's events alone, one after the other.
 */
final class RefusalLog {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private static final Set<String> LOGGED = Set.of("forbidden", "not_found", "not_your_device");
  private static final int BURST = 5;

  private final ClientSocket socket;
  private final Timers timers;
  private final RateBucket rate;

  RefusalLog(ClientSocket socket, Timers timers) {
    this.socket = socket;
    this.timers = timers;
    this.rate = new RateBucket(1, BURST, timers.nanoTime());
  }

  /**
   * @param event one of the events that there are
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
