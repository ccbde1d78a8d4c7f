package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ZoneDataTest {

  @Test
  void namesAReleaseOfTheTimeZoneDatabase() {
    String version = ZoneData.version();
    assertTrue(version.matches("20\\d\\d[a-z]"), version);
  }
}
