package io.healthconnect.rest.system;

import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void readinessFollowsTheStoreAndTheStop() {
    try (TestServer server = new TestServer()) {
      server.client().get("/health/ready").expect(200);
      server.storeReady.set(false);
      server.client().get("/health/ready").expect(503, "unavailable");
      server.client().get("/health/live").expect(200);
      server.storeReady.set(true);
      server.server.drain();
      server.client().get("/health/ready").expect(503, "unavailable");
    }
  }
}
