package io.healthconnect.edge.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private final TrustedProxies proxies =
      TrustedProxies.parse(List.of("127.0.0.1", "10.0.0.0/8", "fd00::/8"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203.0.113.7                    | 203.0.113.7
          203.0.113.7:5000               | 203.0.113.7
          198.51.100.1, 203.0.113.7:5000 | 203.0.113.7
          203.0.113.7, 10.1.2.3          | 203.0.113.7
          203.0.113.7, [fd00::1]:443     | 203.0.113.7
          2001:db8:1:2:3:4:5:6           | 2001:db8:1:2::/64
          2001:db8:1:2::9                | 2001:db8:1:2::/64
          [2001:db8:1:2::9]              | 2001:db8:1:2::/64
          [2001:db8:1:2::9]:443          | 2001:db8:1:2::/64
          ::ffff:203.0.113.7             | 203.0.113.7
          10.0.0.9                       | 10.0.0.9
          """)
  void findsTheLastAddressThatIsNoTrustedProxy(String forwarded, String client) {
    assertEquals(client, proxies.clientNetwork("127.0.0.1", List.of(forwarded)));
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7, 203.0.113.7",
    "2001:db8:1:2::9, 2001:db8:1:2::/64, 2001:db8:1::/48",
    "2001:db8:1:3::9, 2001:db8:1:3::/64, 2001:db8:1::/48"
  })
  void countsGuessesByAWiderNetwork(String address, String network, String site) {
    assertEquals(
        new ClientAddress(
            IpAddress.parse(address).orElseThrow().value().getHostAddress(), network, site),
        ClientAddress.of(IpAddress.parse(address).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc.de",
        "localhost",
        "unknown",
        "_hidden",
        "",
        ",",
        "203.0.113.7:99999",
        "203.0.113.7:",
        "203.0.113.256",
        "0203.0.113.7",
        "203.0.113",
        "1",
        "0x7f.1",
        "[2001:db8::1",
        "2001:db8::1]",
        "[2001:db8::1]443",
        "2001:db8::1%eth0",
        ":::",
        "203.0.113.7 203.0.113.8",
        "\"203.0.113.7\"",
        "203.0.113.7\n"
      })
  void stopsAtTheProxyThatSentSomethingElse(String forwarded) {
    String stripped = forwarded.strip();
    String expected = stripped.equals("203.0.113.7") ? "203.0.113.7" : "10.1.2.3";
    assertEquals(
        expected, proxies.clientNetwork("127.0.0.1", List.of(forwarded + ", 10.1.2.3")), stripped);
  }

  @Test
  void believesOnlyTrustedPeers() {
    assertEquals("203.0.113.1", proxies.clientNetwork("203.0.113.1", List.of("203.0.113.7")));
    assertEquals("127.0.0.1", proxies.clientNetwork("127.0.0.1", List.of()));
    // As sockets write an IPv6 peer.
    assertEquals("203.0.113.7", proxies.clientNetwork("[fd00::1]", List.of("203.0.113.7")));
    assertEquals("203.0.113.7", proxies.clientNetwork("fd00::1%eth0", List.of("203.0.113.7")));
    assertEquals(
        "203.0.113.7", proxies.clientNetwork("127.0.0.1", List.of("9.9.9.9", "203.0.113.7")));
  }

  @Test
  void takesTheProtocolOfTheNearestTrustedProxy() {
    assertEquals(true, proxies.forwardedTls("127.0.0.1", List.of("https")));
    assertEquals(true, proxies.forwardedTls("127.0.0.1", List.of("http, HTTPS")));
    assertEquals(false, proxies.forwardedTls("127.0.0.1", List.of("https", "http")));
    assertEquals(false, proxies.forwardedTls("127.0.0.1", List.of("https;")));
    assertEquals(false, proxies.forwardedTls("127.0.0.1", List.of()));
    assertEquals(false, proxies.forwardedTls("203.0.113.1", List.of("https")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc.de",
        "10.0.0.0/33",
        "10.0.0.0/x",
        "10.0.0.0/",
        "10.0.0.1:80",
        "[::1]:80",
        "[::1]"
      })
  void refusesRangesThatAreNone(String range) {
    assertThrows(IllegalArgumentException.class, () -> TrustedProxies.parse(List.of(range)));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.255.255,true",
    "10.0.0.0/8,11.0.0.0,false",
    "10.1.2.3,10.1.2.3,true",
    "10.1.2.3,10.1.2.4,false",
    "0.0.0.0/0,8.8.8.8,true",
    "0.0.0.0/0,::1,false",
    "fd00::/8,fdff::1,true",
    "fd00::/8,fe00::1,false",
    "::1,::1,true",
    "10.0.0.0/9,10.128.0.0,false",
    "10.0.0.0/8,::ffff:10.1.2.3,true",
  })
  void knowsWhichAddressesARangeHolds(String range, String address, boolean held) {
    assertEquals(held, TrustedProxies.parse(List.of(range)).contains(address));
  }
}
