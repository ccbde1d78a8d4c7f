package io.healthconnect.rest.rig;

import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * A time zone whose rules change while the server runs, as they do when governments change them.
 */
public final class ChangingZone extends ZoneRulesProvider {
  public static final String ID = "Test/Changing";

  private static final ChangingZone PROVIDER = new ChangingZone();

  static {
    ZoneRulesProvider.registerProvider(PROVIDER);
  }

  private volatile ZoneRules rules = ZoneRules.of(ZoneOffset.UTC);

  private ChangingZone() {}

  /** Sets the offset of all its times, past and future, to so many hours ahead of UTC. */
  public static void changeTo(int hours) {
    PROVIDER.rules = ZoneRules.of(ZoneOffset.ofHours(hours));
  }

  @Override
  protected Set<String> provideZoneIds() {
    return Set.of(ID);
  }

  @Override
  @SuppressWarnings("NullAway") // The contract says null if rules may change.
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
