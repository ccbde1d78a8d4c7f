package io.healthconnect.benchmarks.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker of killed nodes must be able to fail: this tests it with each kind of ghost. */
class DeparturesTest {
  private static final long KILLED_AT = 1_000;
  private static final String DOCTOR = "d1";

  private final Departures departures = new Departures();

  private static Roster roster(String... online) throws JsonProcessingException {
    Roster roster = new Roster();
    tell(roster, "online-users", new ObjectMapper().writeValueAsString(online), 0);
    return roster;
  }

  private static void tell(Roster roster, String event, String body, long at)
      throws JsonProcessingException {
    roster.take(event, new ObjectMapper().readTree(body), at);
  }

  private static Roster afterOffline(long at) throws JsonProcessingException {
    Roster roster = roster(DOCTOR, "d2");
    tell(roster, "user-offline", "{\"userId\": \"d1\"}", at);
    return roster;
  }

  private List<String> remarks() {
    return departures.verdict().remarks();
  }

  @Test
  void acceptsUsersWhoGoOfflineInTime() throws Exception {
    departures.check(DOCTOR, afterOffline(KILLED_AT + Departures.LIMIT_NANOS), KILLED_AT);
    departures.checkGhost(DOCTOR, roster("d2"));
    assertTrue(departures.verdict().clean());
    assertEquals(15_000, departures.delays().millis(100));
  }

  @Test
  void findsUsersWhoGoOfflineTooLate() throws Exception {
    departures.check(DOCTOR, afterOffline(KILLED_AT + Departures.LIMIT_NANOS + 1), KILLED_AT);
    assertEquals(List.of("offline only after 15000 ms: d1"), remarks());
  }

  @Test
  void findsUsersWhoStayOnline() throws Exception {
    departures.check(DOCTOR, roster(DOCTOR), KILLED_AT);
    assertEquals(List.of("still online: d1"), remarks());
  }

  @Test
  void findsUsersWhoReappear() throws Exception {
    Roster watching = afterOffline(KILLED_AT + 1);
    tell(watching, "user-online", "{\"userId\": \"d1\"}", KILLED_AT + 2);
    departures.check(DOCTOR, watching, KILLED_AT);
    assertEquals(List.of("still online: d1"), remarks());
  }

  @Test
  void findsADeviceThatVanished() throws Exception {
    departures.check(DOCTOR, roster("d2"), KILLED_AT);
    assertEquals(List.of("never said to be offline: d1"), remarks());
  }

  @Test
  void findsAGhostShownToNewConnections() throws Exception {
    departures.checkGhost(DOCTOR, roster("d2", DOCTOR));
    assertEquals(List.of("a ghost is online: d1"), remarks());
  }

  @Test
  void knowsNothingBeforeItIsTold() throws Exception {
    Roster roster = new Roster();
    tell(roster, "newMessage", "{}", 1);
    assertEquals(false, roster.isTold());
    assertEquals(true, roster().isTold());
  }
}
