package io.healthconnect.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
  private static final String SECRET = "kY3vN8qL1xW5zT7mB2cR9dF4hJ6pS0aE";

  @TempDir Path folder;

  private static Settings run(Map<String, String> environment) {
    return assertInstanceOf(
            Invocation.Run.class, Invocation.parse(new String[0], environment, "0.1.0"))
        .settings();
  }

  @Test
  void readsASecretFromItsFile() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Settings settings = run(Map.of("JWT_SECRET_FILE", file.toString()));
    assertEquals(Optional.of(SECRET), settings.get(SessionSettings.JWT_SECRET));
  }

  @Test
  void refusesAFileThatCannotBeReadOrIsOneTooMany() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), SECRET);
    Path none = folder.resolve("none");
    assertEquals(
        List.of("JWT_SECRET_FILE: " + none + " cannot be read"),
        problems(Map.of("JWT_SECRET_FILE", none.toString())));
    assertEquals(
        List.of("JWT_SECRET_FILE: JWT_SECRET is set too; only one is allowed"),
        problems(Map.of("JWT_SECRET_FILE", file.toString(), "JWT_SECRET", SECRET)));
  }

  @Test
  void checksWhatTheFileHolds() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "short");
    assertEquals(1, problems(Map.of("JWT_SECRET_FILE", file.toString())).size());
  }

  @Test
  void readsNoFileForASettingThatIsNoSecret() throws Exception {
    Path file = Files.writeString(folder.resolve("port"), "9000");
    assertEquals(8080, run(Map.of("PORT_FILE", file.toString())).get(ServerSettings.PORT));
  }

  private static List<String> problems(Map<String, String> environment) {
    return assertThrows(BadSettingsException.class, () -> run(environment)).problems();
  }
}
