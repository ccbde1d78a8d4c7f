package io.healthconnect.rest.http.admission;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.http.server.Route;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** G-15. */
class TokenInAddressTest {
  @Test
  void g15ATokenInTheAddressOpensNothing() {
    try (TestServer server = new TestServer()) {
      Client patient = server.patient("paul");
      Client anyone = server.client();
      int guarded = 0;
      for (Route route : server.server.routes()) {
        if (route.who() != Access.ANYONE) {
          guarded++;
          String path = route.path().replaceAll("\\{\\w+}", patient.id());
          for (String name : List.of("token", "access_token", "__Host-token", "Authorization")) {
            String query = '?' + name + '=' + patient.token();
            Client.Answer answer = anyone.send(route.method(), path + query, null);
            if (route.who() == Access.MAYBE_SIGNED_IN) {
              answer.expect(anyone.send(route.method(), path, null).status());
            } else {
              answer.expect(401, "unauthenticated");
            }
          }
        }
      }
      assertTrue(guarded >= 35, guarded + " routes");
    }
  }
}
