package io.healthconnect.rest;

import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A time zone whose rules change while the server runs, as governments change them. */
final class ChangingZone extends ZoneRulesProvider {
  static final String ID = "Test/Changing";

  private static final ChangingZone PROVIDER = new ChangingZone();

  static {
    ZoneRulesProvider.registerProvider(PROVIDER);
  }

  private volatile ZoneRules rules = ZoneRules.of(ZoneOffset.UTC);

  private ChangingZone() {}

  /** From now on all its times, also those to come, are so many hours ahead of UTC. */
  static void changeTo(int hours) {
    PROVIDER.rules = ZoneRules.of(ZoneOffset.ofHours(hours));
  }

  @Override
  protected Set<String> provideZoneIds() {
    return Set.of(ID);
  }

  @Override
  @SuppressWarnings("NullAway") // As its contract says: null where rules may change.
  protected ZoneRules provideRules(String id, boolean forCaching) {
    return forCaching ? null : rules;
  }

  @Override
  protected NavigableMap<String, ZoneRules> provideVersions(String id) {
    NavigableMap<String, ZoneRules> versions = new TreeMap<>();
    versions.put("now", rules);
    return versions;
  }
}
