package io.healthconnect.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsRulesTest {

  @Test
  void namesTheCharacterSetWhereAPathHasLettersThatItLacks() {
    String problem = SettingsRules.unmappable("/srv/caf\ufffd\ufffd/data").orElseThrow();
    assertTrue(problem.contains(System.getProperty("sun.jnu.encoding")), problem);
    assertEquals(Optional.empty(), SettingsRules.unmappable("/srv/café/data"));
  }
}
