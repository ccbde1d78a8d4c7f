package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.bootstrap.settings.ServerSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ListenAddressTest {
  private static ListenAddress at(String host, int port) {
    return new ListenAddress(ServerSettings.HOST, host, ServerSettings.PORT, port);
  }

  private static String refusal(ListenAddress address, Callable<?> start) {
    return assertThrows(StartException.class, () -> address.listen(start)).getMessage();
  }

  private static Callable<?> failing(Exception failure) {
    return () -> {
      throw failure;
    };
  }

  @Test
  void namesTheSettingOfAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ListenAddress address =
          new ListenAddress(
              ServerSettings.METRICS_HOST,
              "127.0.0.1",
              ServerSettings.METRICS_PORT,
              taken.getLocalPort());
      assertEquals(
          "METRICS_PORT: port "
              + taken.getLocalPort()
              + " of 127.0.0.1 is in use by another process",
          refusal(address, () -> new ServerSocket(address.port(), 1, address.address())));
    }
  }

  @Test
  void tellsAForbiddenPortFromATakenOne() {
    BindException denied = new BindException("Permission denied");
    assertEquals(
        "PORT: port 80 of 127.0.0.1 may not be used: permission denied; ports below 1024 need the"
            + " privilege CAP_NET_BIND_SERVICE",
        refusal(at("127.0.0.1", 80), failing(new IllegalStateException(new IOException(denied)))));
    assertEquals(
        "PORT: port 8080 of 127.0.0.1 may not be used: permission denied",
        refusal(at("127.0.0.1", 8080), failing(denied)));
  }

  @Test
  void namesTheHostThatIsNotOfThisMachine() {
    ListenAddress elsewhere = at("192.0.2.1", 0);
    assertEquals(
        "HOST: 192.0.2.1 is not an address of this machine",
        refusal(elsewhere, () -> new ServerSocket(0, 1, elsewhere.address())));
    assertEquals(
        "HOST: none.invalid is not a known host name or address",
        refusal(at("none.invalid", 8080), failing(new UnresolvedAddressException())));
  }

  @Test
  void passesOtherFailuresOn() {
    RuntimeException other = new IllegalStateException("other");
    assertSame(
        other,
        assertThrows(
            IllegalStateException.class, () -> at("127.0.0.1", 8080).listen(failing(other))));
  }

  @Test
  void findsAFreePortWhereAnyWillDo() {
    assertTrue(at("127.0.0.1", 0).withFixedPort().port() > 0);
    assertEquals(8080, at("127.0.0.1", 8080).withFixedPort().port());
  }
}
