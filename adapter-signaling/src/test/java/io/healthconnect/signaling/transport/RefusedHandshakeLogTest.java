package io.healthconnect.signaling.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.healthconnect.signaling.rig.ManualTimers;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusedHandshakeLogTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(RefusedHandshakeLog.class);

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final ManualTimers timers = new ManualTimers();
  private final RefusedHandshakeLog sites = new RefusedHandshakeLog(timers);

  @BeforeEach
  void listen() {
    lines.start();
    LOG.addAppender(lines);
  }

  @AfterEach
  void leave() {
    LOG.detachAppender(lines);
  }

  private List<String> after(HandshakeRefusal refusal, String host, String origin) {
    lines.list.clear();
    HttpFields.Mutable headers = HttpFields.build().add("Host", host);
    if (!origin.isEmpty()) {
      headers.add("Origin", origin);
    }
    sites.refused(refusal, headers);
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void namesTheSettingForAHostOnceAMinute() {
    List<String> line =
        List.of(
            "no socket at myhost:8080: if people reach this server under that name, set PUBLIC_URL to"
                + " it");
    assertEquals(line, after(HandshakeRefusal.UNKNOWN_HOST, "myhost:8080", ""));
    for (int i = 0; i < 1_000; i++) {
      assertEquals(List.of(), after(HandshakeRefusal.UNKNOWN_HOST, "other" + i, ""));
    }
    timers.advance(Duration.ofMillis(59_999));
    assertEquals(List.of(), after(HandshakeRefusal.UNKNOWN_HOST, "myhost:8080", ""));
    timers.advance(Duration.ofMillis(1));
    assertEquals(line, after(HandshakeRefusal.UNKNOWN_HOST, "myhost:8080", ""));
  }

  @Test
  void namesTheSettingsForAnOrigin() {
    assertEquals(
        List.of(
            "no socket for pages of http://192.168.1.5:8080: if that is this server, set PUBLIC_URL to"
                + " it; if it is another site that may use this one, name it in ALLOWED_ORIGINS"),
        after(HandshakeRefusal.FORBIDDEN, "192.168.1.5:8080", "http://192.168.1.5:8080"));
  }

  @Test
  void showsNothingThatIsNoAddress() {
    for (String host : List.of("a b", "\u001b[31m", "${jndi:ldap://x}", "x".repeat(201), "")) {
      timers.advance(Duration.ofMinutes(1));
      assertEquals(
          List.of(
              "no socket at an address with other characters: if people reach this server under that name, set"
                  + " PUBLIC_URL to it"),
          after(HandshakeRefusal.UNKNOWN_HOST, host, ""));
    }
  }

  @Test
  void logsNoOtherRefusals() {
    assertEquals(List.of(), after(HandshakeRefusal.FORBIDDEN, "myhost", ""));
    assertEquals(List.of(), after(HandshakeRefusal.BAD_REQUEST, "myhost", "http://myhost"));
  }
}
