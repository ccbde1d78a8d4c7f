package io.healthconnect.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Email;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationTest {
  private static Settings run(Map<String, String> environment, String... flags) {
    return assertInstanceOf(Invocation.Run.class, Invocation.parse(flags, environment, "0.1.0"))
        .settings();
  }

  private static List<String> problems(String... flags) {
    return assertThrows(BadSettingsException.class, () -> run(Map.of(), flags)).problems();
  }

  @Test
  void takesTheDefaultsWhenNothingIsGiven() {
    Settings settings = run(Map.of());
    assertEquals(8080, settings.get(ServerSettings.PORT));
    assertEquals(64 * 1024, settings.get(HttpLimits.JSON_BODY_BYTES));
    assertFalse(settings.demo());
  }

  @Test
  void readsAFlagInEitherForm() {
    assertEquals(8081, run(Map.of(), "--port", "8081").get(ServerSettings.PORT));
    assertEquals(8081, run(Map.of(), "--port=8081").get(ServerSettings.PORT));
    assertEquals(300, run(Map.of(), "--limit-candidates=300").get(SocketLimits.CANDIDATES));
    assertEquals(300, run(Map.of(), "--LIMIT_CANDIDATES", "300").get(SocketLimits.CANDIDATES));
  }

  @Test
  void readsTheEnvironmentAndLetsAFlagWin() {
    Map<String, String> environment = Map.of("PORT", "9000", "HOST", "", "PATH", "/bin");
    assertEquals(9000, run(environment).get(ServerSettings.PORT));
    assertEquals("127.0.0.1", run(environment).get(ServerSettings.HOST));
    assertEquals(8081, run(environment, "--port", "8081").get(ServerSettings.PORT));
  }

  @Test
  void remarksOnVariablesThatLookLikeSettings() {
    Invocation.Run run =
        assertInstanceOf(
            Invocation.Run.class,
            Invocation.parse(new String[0], Map.of("LIMIT_CANDIDATE", "9"), "0.1.0"));
    assertEquals(
        List.of("LIMIT_CANDIDATE is not a setting; did you mean LIMIT_CANDIDATES?"), run.remarks());
  }

  @Test
  void takesDemoAsASwitch() {
    assertTrue(run(Map.of(), "--demo").demo());
    assertTrue(run(Map.of(), "--demo", "--port", "8081").demo());
  }

  @Test
  void showsHelpAndVersionWhateverElseIsThere() {
    Invocation help = Invocation.parse(new String[] {"--bad", "--help"}, Map.of(), "0.1.0");
    String text = assertInstanceOf(Invocation.Show.class, help).text();
    assertTrue(SettingsTable.all().allMatch(setting -> text.contains(setting.name())));
    assertTrue(Stream.of(Option.values()).allMatch(option -> text.contains(option.usage())));
    assertEquals(
        new Invocation.Show("health-connect 0.1.0"),
        Invocation.parse(new String[] {"--version"}, Map.of("PORT", "x"), "0.1.0"));
  }

  @Test
  void takesACommandWithTheSettingsThatItNeeds() {
    Map<String, String> environment = Map.of("MONGODB_URI", "mongodb://a/b", "DATA_DIR", "/d");
    Invocation.Check check =
        assertInstanceOf(
            Invocation.Check.class,
            Invocation.parse(new String[] {"--check"}, environment, "0.1.0"));
    assertEquals(Optional.of("mongodb://a/b"), check.settings().get(ServerSettings.MONGODB_URI));
    for (String[] form :
        new String[][] {{"--backup", "/b/x.db", "--port=1"}, {"--port=1", "--backup=/b/x.db"}}) {
      Invocation.BackUp backUp =
          assertInstanceOf(Invocation.BackUp.class, Invocation.parse(form, environment, "0.1.0"));
      assertEquals(Path.of("/b/x.db"), backUp.file());
      assertEquals(1, backUp.settings().get(ServerSettings.PORT));
    }
  }

  @Test
  void takesTheEmailOfAResetLinkInAnySpelling() {
    Invocation.ResetLink link =
        assertInstanceOf(
            Invocation.ResetLink.class,
            Invocation.parse(new String[] {"--reset-link", "Ann@Example.org"}, Map.of(), "0.1.0"));
    assertEquals(Email.parse("ann@example.org"), link.email());
    assertEquals(
        List.of("--reset-link: is not an e-mail address"), problems("--reset-link", "nobody"));
    Invocation.CreateAdmin admin =
        assertInstanceOf(
            Invocation.CreateAdmin.class,
            Invocation.parse(new String[] {"--create-admin=Ann@Example.org"}, Map.of(), "0.1.0"));
    assertEquals(Email.parse("ann@example.org"), admin.email());
    assertEquals(
        List.of("--create-admin: is not an e-mail address"), problems("--create-admin", "nobody"));
    Invocation.RemoveSecondFactor remove =
        assertInstanceOf(
            Invocation.RemoveSecondFactor.class,
            Invocation.parse(
                new String[] {"--remove-second-factor", "Ann@Example.org"}, Map.of(), "0.1.0"));
    assertEquals(Email.parse("ann@example.org"), remove.email());
  }

  @Test
  void refusesCommandsThatSayTooLittleOrTooMuch() {
    assertEquals(List.of("--backup: needs a value"), problems("--backup"));
    assertEquals(List.of("--backup: is not the path of a file"), problems("--backup="));
    assertEquals(
        List.of("--backup and --check: only one at a time"), problems("--check", "--backup=x"));
    assertEquals(List.of("--check and --demo: only one at a time"), problems("--demo", "--check"));
    assertEquals(List.of("--check: unknown flag; --help lists all"), problems("--check=yes"));
  }

  @Test
  void refusesFlagsThatAreUnknownRepeatedOrLackTheirValue() {
    assertEquals(List.of("--prot: unknown flag; --help lists all"), problems("--prot=8081"));
    assertEquals(List.of("--port: given twice"), problems("--port=1", "--port", "2"));
    assertEquals(List.of("--demo: given twice"), problems("--demo", "--demo"));
    assertEquals(List.of("--port: needs a value"), problems("--port"));
    assertEquals(List.of("--port: needs a value"), problems("--port", "--demo"));
    assertEquals(List.of("--demo: unknown flag; --help lists all"), problems("--demo=no"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8081", "-p", "s3cr3t", ""})
  void refusesWhatIsNoFlagWithoutShowingIt(String argument) {
    assertEquals(List.of("(hidden): is no flag; --help lists all"), problems(argument));
  }
}
