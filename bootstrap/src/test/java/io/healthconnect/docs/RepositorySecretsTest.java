package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** X-04: neither the files of the repository nor their history contain secrets. */
class RepositorySecretsTest {
  /** Patterns of secrets. Brackets keep these lines from matching themselves. */
  private static final List<String> FORMS =
      List.of(
          "BEGIN [A-Z ]*PRIVATE[ ]KEY",
          "AKIA[0-9A-Z]{16}",
          "cloudinary[:]//[0-9]{9,}:[A-Za-z0-9_-]{20,}@",
          "gh[pousr]_[A-Za-z0-9]{36}",
          "xox[baprs]-[0-9]{8,}",
          "npm_[A-Za-z0-9]{36}",
          "mongodb([+]srv)?[:]//[^/ @:]+:[^/ @:]{8,}@[a-z0-9-]+[.](mongodb[.]net|com|org)",
          "sk_live_[0-9A-Za-z]{20,}");

  private static final Pattern ANY = Pattern.compile(String.join("|", FORMS));

  @TempDir Path folder;

  private List<String> git(String... arguments) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process git =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    git.waitFor();
    return new String(Files.readAllBytes(out), StandardCharsets.ISO_8859_1).lines().toList();
  }

  private static List<String> found(List<String> lines) {
    return lines.stream().filter(line -> ANY.matcher(line).find()).toList();
  }

  @Test
  void x04FilesAndHistoryHoldNoSecrets() throws Exception {
    List<String> inside = git("rev-parse", "--is-inside-work-tree");
    assumeTrue(inside.equals(List.of("true")), "not a checkout");
    assertEquals(
        List.of(), found(git("grep", "-I", "-h", "-E", "-e", String.join("|", FORMS), ":/")));
    List<String> history =
        git("log", "--all", "-p", "--format=", "-G", String.join("|", FORMS), "--", ":/");
    assertEquals(List.of(), found(history.stream().filter(line -> line.startsWith("+")).toList()));
  }

  @Test
  void x04RecognisesWhatItLooksFor() {
    for (String secret :
        List.of(
            "-----BEGIN RSA PRIVATE" + " KEY-----",
            "AKIA" + "ABCDEFGHIJKLMNOP",
            "cloudinary" + "://123456789012345:abcdefghijklmnopqrstuvwxyz0@cloud",
            "ghp_" + "a".repeat(36),
            "mongodb+srv" + "://app:longpassword@cluster0.mongodb.net")) {
      assertTrue(ANY.matcher(secret).find(), secret);
    }
  }
}
