package io.healthconnect.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Robustness goal G-03. */
class SigningSecretTest {
  private static final String GOOD = "k3mQ9vTz7bXw1LrY5nHs8dPf2cJg6aEu";

  @TempDir Path folder;

  private Settings settings(String... pairs) {
    Map<String, String> given = new HashMap<>();
    given.put("DATA_DIR", folder.resolve("data").toString());
    for (int i = 0; i < pairs.length; i += 2) {
      given.put(pairs[i], pairs[i + 1]);
    }
    return Settings.parse(given, false);
  }

  private Path file() {
    return folder.resolve("data").resolve("jwt-secret");
  }

  /** */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "k3mQ9vTz7bXw1LrY5nHs8dPf2cJg6aE",
        "a-string-secret-at-least-256-bits-long",
        "Your-Super-Secret-JWT-Key-Change-In-Production",
        "404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970",
        "secretsecretsecretsecretsecretsecret",
        "00000000000000000000000000000000000000000000",
        "changeme-3mQ9vTz7bXw1LrY5nHs8dPf2cJg6aE",
        "CHANGE_ME_BEFORE_YOU_GO_LIVE_0123456789",
        "please-replace-this-with-something-random",
        "0123456789abcdef0123456789abcdef",
      })
  void x05RefusesWeakAndWellKnownSecretsWithoutShowingThem(String weak) {
    BadSettingsException refusal =
        assertThrows(BadSettingsException.class, () -> settings("JWT_SECRET", weak));
    assertEquals(
        "JWT_SECRET: (value hidden) is not allowed; allowed: at least 256 bits (32 bytes of text),"
            + " and no sample value",
        refusal.getMessage());
  }

  @Test
  void usesTheGivenSecretAndWritesNoFile() throws Exception {
    assertArrayEquals(
        GOOD.getBytes(StandardCharsets.UTF_8), SigningSecret.load(settings("JWT_SECRET", GOOD)));
    assertFalse(Files.exists(file()));
  }

  @Test
  void makesOneAtTheFirstStartAndKeepsIt() throws Exception {
    byte[] first = SigningSecret.load(settings());
    assertTrue(first.length >= 32);
    assertArrayEquals(first, SigningSecret.load(settings()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    try (Stream<Path> files = Files.list(file().getParent())) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void makesADifferentSecretForAnotherFolder() throws Exception {
    byte[] first = SigningSecret.load(settings());
    byte[] other = SigningSecret.load(settings("DATA_DIR", folder.resolve("other").toString()));
    assertFalse(java.util.Arrays.equals(first, other));
  }

  @Test
  void closesAFileThatOthersCouldRead() throws Exception {
    SigningSecret.load(settings());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    SigningSecret.load(settings());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "a-string-secret-at-least-256-bits-long"})
  void refusesADamagedFileInsteadOfReplacingIt(String content) throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), content);
    Settings settings = settings();
    assertThrows(BadSettingsException.class, () -> SigningSecret.load(settings));
    assertEquals(content, Files.readString(file()));
  }
}
