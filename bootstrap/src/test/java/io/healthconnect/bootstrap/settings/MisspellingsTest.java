package io.healthconnect.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MisspellingsTest {
  @Test
  void pointsOutVariablesThatLookLikeSettings() {
    assertEquals(
        List.of(
            "LIMIT_CHAT_BRUST is not a setting; did you mean LIMIT_CHAT_BURST?",
            "LIMIT_EVERYTHING is not a setting; --help lists all",
            "STUN_URL is not a setting; did you mean STUN_URLS?"),
        Misspellings.in(Set.of("LIMIT_CHAT_BRUST", "STUN_URL", "LIMIT_EVERYTHING", "PATH")));
  }

  @Test
  void saysNothingOfSettingsAndOfOtherVariables() {
    assertEquals(
        List.of(),
        Misspellings.in(
            Set.of("HOME", "HOSTNAME", "PORTS", "LANG", "JAVA_HOME", "PWD", "XDG_DATA_DIRS")));
    assertEquals(
        List.of(),
        Misspellings.in(SettingsTable.all().map(Setting::name).collect(Collectors.toSet())));
  }
}
