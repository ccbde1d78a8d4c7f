package io.healthconnect.rest.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemRoutesTest {
  private final TestServer server = new TestServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void showsEachNumberUnderItsName() {
    Client admin = server.admin("ada");
    JsonNode system = admin.get("/api/admin/system").expect(200).json().at("/system");
    assertEquals("1.2.3", system.at("/version").asText());
    assertEquals("17", system.at("/javaVersion").asText());
    assertEquals("2026a", system.at("/zoneData").asText());
    assertEquals("2026-03-02T07:00:00.000Z", system.at("/startedAt").asText());
    assertEquals("SQLite 3", system.at("/store/product").asText());
    assertEquals(14, system.at("/store/schema").asInt());
    assertEquals(4096, system.at("/store/bytes").asInt());
    assertEquals(8192, system.at("/store/freeBytes").asInt());
    assertEquals(1, system.at("/feed/nodes").asInt());
    assertTrue(system.at("/feed/lagSeconds").isNull());
    assertEquals(10, system.at("/load/heapBytes").asInt());
    assertEquals(20, system.at("/load/mostHeapBytes").asInt());
    JsonNode task = system.at("/upkeep/0");
    assertEquals("end_calls", task.at("/name").asText());
    assertEquals(2, task.at("/runs").asInt());
    assertEquals(1, task.at("/failures").asInt());
    assertEquals(3, task.at("/overdueSeconds").asInt());
  }

  @Test
  void theLookIsAnEntryAndNobodyElseMayLook() {
    Client admin = server.admin("ada");
    server.doctor("dora").get("/api/admin/system").expect(403, "forbidden");
    server.patient("paul").get("/api/admin/system").expect(403, "forbidden");
    server.client().get("/api/admin/system").expect(401);
    admin.get("/api/admin/system").expect(200);
    JsonNode entries = admin.get("/api/admin/audit").expect(200).json().at("/entries");
    assertEquals("system_read", entries.at("/1/action").asText());
    assertEquals("ada", entries.at("/1/actor/name").asText());
  }
}
