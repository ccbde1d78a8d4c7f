package io.healthconnect.rest.http.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.edge.address.TrustedProxies;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.rig.TestServer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** H-12: Headers that claim another address pass no limit. */
class SpoofedAddressesTest {
  @Test
  void h12SpoofedAddressesPassNoLimit() {
    try (TestServer server = new TestServer()) {
      spoofed(server, "%s");
    }
    try (TestServer server = new TestServer(behindAProxy())) {
      spoofed(server, "%s, 203.0.113.7");
    }
  }

  private static RestSettings behindAProxy() {
    return new RestSettings.Builder()
        .trustedProxies(TrustedProxies.parse(List.of("127.0.0.1")))
        .build();
  }

  /**
   * Of a thousand log-ins and sign-ups, twenty of each are processed, because the clock stands
   * still.
   */
  private static void spoofed(TestServer server, String forwarded) {
    for (String route : List.of("/api/auth/login", "/api/auth/signup")) {
      Map<Integer, Integer> answers = new TreeMap<>();
      for (int i = 0; i < 1_000; i++) {
        String address = "10." + i % 250 + ".0." + i / 250;
        String[] headers =
            Stream.of(
                    "X-Forwarded-For",
                    forwarded.formatted(address),
                    "X-Real-IP",
                    address,
                    "Forwarded",
                    "for=" + address,
                    "True-Client-IP",
                    address,
                    "X-Client-IP",
                    address)
                .toArray(String[]::new);
        int status = server.client().send("POST", route, "{}", headers).status();
        answers.merge(status, 1, Integer::sum);
      }
      assertEquals(Map.of(400, 20, 429, 980), answers, route);
    }
  }
}
