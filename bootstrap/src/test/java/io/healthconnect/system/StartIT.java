package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees at startup, and what a killed process leaves behind. */
class StartIT {
  @TempDir Path folder;

  @Test
  void aKilledServerLeavesNoCopyOfTheNativeLibrary() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> more = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    for (int i = 0; i < 2; i++) {
      try (ServerProcess server = jar.start(more)) {
        server.kill();
      }
    }
    assertEquals(List.of(), libraries(temporary));
    assertEquals(List.of(), libraries(jar.data().resolve("native")));
    assertTrue(Files.readString(folder.resolve("server.log")).contains("  Time zones     20"));
  }

  @Test
  void startsBesideATemporaryFolderWhereNothingMayBeExecuted() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    mountWithoutExecution(temporary);
    try (ServerProcess server =
        RunnableJar.in(folder)
            .start(Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary))) {
      assertTrue(server.ready());
    } finally {
      run("umount", temporary.toString());
    }
  }

  @Test
  void saysInOneLineThatNothingMayBeExecutedAnywhere() throws Exception {
    mountWithoutExecution(folder);
    try {
      String output = start("DATA_DIR=$PWD/data", List.of("-Djava.io.tmpdir=" + folder), 1);
      assertTrue(output.startsWith("Health Connect cannot start: "), output);
      assertTrue(output.contains("not mounted with noexec"), output);
      assertEquals(1, output.lines().count(), output);
    } finally {
      run("umount", folder.toString());
    }
  }

  private static void mountWithoutExecution(Path where) throws IOException, InterruptedException {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64m,noexec", "tmpfs", where.toString()) == 0,
        "nothing can be mounted here: run it as root");
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  void namesTheCharacterSetThatAPathNeeds() throws Exception {
    // The bytes of a letter that the C locale lacks; the shell passes them on unchanged.
    String output = start("DATA_DIR=\"$PWD/caf$(printf '\\303\\251')\"", List.of(), 2);
    assertTrue(output.startsWith("DATA_DIR: "), output);
    assertTrue(output.contains("set LANG or LC_ALL to a UTF-8 locale"), output);
    assertEquals(1, output.lines().count(), output);
  }

  private String start(String setting, List<String> options, int status)
      throws IOException, InterruptedException {
    Path jar =
        Path.of(System.getProperty("health-connect.jar", "target/health-connect.jar"))
            .toAbsolutePath();
    String java = ProcessHandle.current().info().command().orElse("java");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", setting + " LC_ALL=C exec \"$0\" \"$@\"", java));
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString(), "--port", "0"));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(status, process.exitValue(), output);
    return output;
  }

  private static List<Path> libraries(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().contains("sqlite")).toList();
    }
  }
}
