package io.healthconnect.rest.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.healthconnect.edge.address.TrustedProxies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** Connections are counted by client network, as all other limits of an address are. */
class ConnectionLimiterTest {
  private final ConnectionLimiter limiter =
      new ConnectionLimiter(mock(ServerConnector.class), limits("2001:db8:9::/48"));

  @Test
  void theAddressesOfAnIpv6NetworkShareItsPlaces() throws Exception {
    Connection first = opened("2001:db8:1:2::1");
    opened("2001:db8:1:2:ffff::2");
    assertEquals(true, isCut(opened("2001:db8:1:2::3")));
    assertEquals(false, isCut(opened("2001:db8:1:3::1")));
    limiter.onClosed(first);
    Connection next = opened("2001:db8:1:2::4");
    // The refused one still holds a place until Jetty says that it is closed.
    assertEquals(true, isCut(next));
  }

  @Test
  void aClosedConnectionGivesThePlaceOfItsNetworkBack() throws Exception {
    Connection first = opened("2001:db8:1:2::1");
    opened("2001:db8:1:2::2");
    limiter.onClosed(first);
    assertEquals(false, isCut(opened("2001:db8:1:2::3")));
  }

  @Test
  void eachIpv4AddressHasItsOwn() throws Exception {
    opened("192.0.2.1");
    opened("192.0.2.1");
    assertEquals(false, isCut(opened("192.0.2.2")));
    assertEquals(true, isCut(opened("192.0.2.1")));
    assertEquals(true, isCut(opened("::ffff:192.0.2.1")));
  }

  @Test
  void trustedProxiesAreNotCounted() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertEquals(false, isCut(opened("2001:db8:9::1")));
    }
  }

  private Connection opened(String address) throws Exception {
    EndPoint endPoint = mock(EndPoint.class);
    when(endPoint.getRemoteSocketAddress())
        .thenReturn(new InetSocketAddress(InetAddress.getByName(address), 4711));
    Connection connection = mock(Connection.class);
    when(connection.getEndPoint()).thenReturn(endPoint);
    limiter.onOpened(connection);
    return connection;
  }

  private static boolean isCut(Connection connection) {
    try {
      verify(connection.getEndPoint(), never()).close();
      return false;
    } catch (AssertionError closed) {
      verify(connection.getEndPoint(), times(1)).close();
      return true;
    }
  }

  private static TransportLimits limits(String trusted) {
    return new TransportLimits(
        "127.0.0.1",
        0,
        new ConnectionLimits.Builder().most(100).mostPerAddress(2).build(),
        65_536,
        TrustedProxies.parse(List.of(trusted)));
  }
}
