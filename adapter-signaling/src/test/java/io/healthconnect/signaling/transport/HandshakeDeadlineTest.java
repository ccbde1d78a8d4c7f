package io.healthconnect.signaling.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.healthconnect.signaling.HostPolicy;
import io.healthconnect.signaling.OriginPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.Test;

/** The time of an upgrade request from its first byte, to the nanosecond. */
class HandshakeDeadlineTest {
  private static final long FIVE_SECONDS = 5_000_000_000L;
  private static final HttpFields HEADERS =
      HttpFields.build()
          .add("Host", "127.0.0.1")
          .add("Upgrade", "websocket")
          .add("Connection", "Upgrade")
          .add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
          .add("Sec-WebSocket-Version", "13");

  private final HandshakeValidator check =
      new HandshakeValidator(
          new OriginPolicy(Set.of(), Set.of()), new HostPolicy(Set.of()), Duration.ofSeconds(5));

  private Optional<HandshakeRefusal> after(long nanos) {
    // System.nanoTime may begin anywhere.
    long begin = Long.MAX_VALUE - 1_000;
    ConnectionMetaData connection = mock();
    when(connection.getHttpVersion()).thenReturn(HttpVersion.HTTP_1_1);
    Request request = mock();
    when(request.getHttpURI())
        .thenReturn(HttpURI.from("http://127.0.0.1/socket.io/?EIO=4&transport=websocket"));
    when(request.getMethod()).thenReturn("GET");
    when(request.getHeaders()).thenReturn(HEADERS);
    when(request.getConnectionMetaData()).thenReturn(connection);
    when(request.getBeginNanoTime()).thenReturn(begin);
    when(request.getHeadersNanoTime()).thenReturn(begin + nanos);
    return check.refusal(request);
  }

  @Test
  void isTakenAtItsDeadlineAndRefusedAfterIt() {
    assertEquals(Optional.empty(), after(FIVE_SECONDS - 1));
    assertEquals(Optional.empty(), after(FIVE_SECONDS));
    assertEquals(Optional.of(HandshakeRefusal.TOO_SLOW), after(FIVE_SECONDS + 1));
  }
}
