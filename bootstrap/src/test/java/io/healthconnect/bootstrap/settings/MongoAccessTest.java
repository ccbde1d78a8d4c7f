package io.healthconnect.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** a server that people reach over the internet keeps nothing in a database that is open. */
class MongoAccessTest {
  private static Settings parse(String address, String publicUrl) {
    return Settings.parse(
        Map.of(
            "MONGODB_URI",
            address,
            "PUBLIC_URL",
            publicUrl,
            "JWT_SECRET",
            "k3mQ9vTz7bXw1LrY5nHs8dPf2cJg6aEu"),
        false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mongodb://mongo1,mongo2,mongo3/health-connect?replicaSet=rs0",
        "mongodb://127.0.0.1,mongo2/health-connect?replicaSet=rs0",
        "mongodb://app@mongo1/health-connect?replicaSet=rs0",
        "mongodb://app:@mongo1/health-connect?replicaSet=rs0",
        "mongodb://app:app@mongo1/health-connect?replicaSet=rs0",
        "mongodb://app:Password@mongo1:27017/health-connect?replicaSet=rs0",
        "mongodb+srv://app:changeme@cluster.example/health-connect"
      })
  void x07RefusesADatabaseThatAnybodyMayOpen(String address) {
    List<String> problems =
        assertThrows(BadSettingsException.class, () -> parse(address, "https://clinic.example"))
            .problems();
    assertEquals(1, problems.size(), problems::toString);
    assertEquals("MONGODB_URI: ", problems.get(0).substring(0, 13));
    assertFalse(problems.get(0).contains("mongo1"), "shows no part of the address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mongodb://app:k3mQ9vTz7b@mongo1,mongo2/health-connect?replicaSet=rs0",
        "mongodb://127.0.0.1:27017,localhost,[::1]:27018/health-connect?replicaSet=rs0",
        "mongodb://mongo1/health-connect?replicaSet=rs0&authMechanism=MONGODB-X509&tls=true"
      })
  void x07TakesOneThatIsClosedOrOnThisMachine(String address) {
    assertEquals(
        address,
        parse(address, "https://clinic.example").get(ServerSettings.MONGODB_URI).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "http://clinic.example"})
  void x07IsForTrialsWithoutTls(String publicUrl) {
    String address = "mongodb://mongo1/health-connect?replicaSet=rs0";
    assertEquals(address, parse(address, publicUrl).get(ServerSettings.MONGODB_URI).orElseThrow());
  }
}
