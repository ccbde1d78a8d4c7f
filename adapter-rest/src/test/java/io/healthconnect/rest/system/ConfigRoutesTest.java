package io.healthconnect.rest.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.rig.TestServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigRoutesTest {
  @Test
  void tellsWhatTheOperatorSays() {
    RestSettings.Operator says =
        new RestSettings.Operator(
            Optional.of("In an emergency, call 112."),
            Optional.of(URI.create("https://clinic.example/privacy")),
            Optional.of(URI.create("https://clinic.example/terms")));
    try (TestServer server = new TestServer(new RestSettings.Builder().operator(says).build())) {
      JsonNode config = server.client().get("/api/config").json();
      assertEquals("In an emergency, call 112.", config.at("/emergencyText").asText());
      assertEquals("https://clinic.example/privacy", config.at("/privacyUrl").asText());
      assertEquals("https://clinic.example/terms", config.at("/termsUrl").asText());
    }
  }

  @Test
  void hasNothingOfAnOperatorWhoSaysNothing() {
    try (TestServer server = new TestServer(RestSettings.local(0))) {
      JsonNode config = server.client().get("/api/config").json();
      for (String name : List.of("emergencyText", "privacyUrl", "termsUrl")) {
        assertTrue(config.has(name) && config.get(name).isNull(), name);
      }
    }
  }
}
