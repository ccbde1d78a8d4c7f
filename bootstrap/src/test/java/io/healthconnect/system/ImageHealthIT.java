package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with which the container image looks whether its server is well. */
class ImageHealthIT {
  private static final Path IMAGE = Path.of("../docs/deploy/Dockerfile");

  @TempDir Path folder;

  @Test
  void succeedsWhileTheServerIsReady() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start()) {
      server.awaitReady(RunnableJar.START);
      assertEquals(0, check(jar.port()));
    }
    assertNotEquals(0, check(jar.port()));
  }

  private static int check(int port) throws Exception {
    Matcher command =
        Pattern.compile("(?s)HEALTHCHECK .*?CMD (\\[.*?\\])\n").matcher(Files.readString(IMAGE));
    command.find();
    String[] words = new ObjectMapper().readValue(command.group(1), String[].class);
    ProcessBuilder builder =
        new ProcessBuilder(List.of(words)).redirectErrorStream(true).inheritIO();
    builder.environment().put("PORT", Integer.toString(port));
    return builder.start().waitFor();
  }
}
