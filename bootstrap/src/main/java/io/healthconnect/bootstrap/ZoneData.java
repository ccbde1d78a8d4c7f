package io.healthconnect.bootstrap;

import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;

/** The time zone rules of this Java runtime. */
final class ZoneData {
  private ZoneData() {}

  /** The release of the IANA time zone database, such as {@code 2026a}. */
  static String version() {
    try {
      return ZoneRulesProvider.getVersions("Europe/London").lastKey();
    } catch (ZoneRulesException e) {
      return "unknown";
    }
  }
}
