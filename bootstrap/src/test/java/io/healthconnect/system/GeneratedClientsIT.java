package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.program.ProgramRuns;
import io.healthconnect.testkit.program.PythonEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that are generated from the description of the API compile, or install, and do the main
 * job against the jar: sign up, log in, find a doctor and a free time, book, write, list.
 */
class GeneratedClientsIT {
  private static final Path SOURCES = Path.of("src/test/clients").toAbsolutePath();
  private static final Path TOOLS = Path.of("target/client-generator").toAbsolutePath();
  private static final String API =
      Path.of("../adapter-rest/src/main/resources/openapi.yaml").toAbsolutePath().toString();
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String ONLY_CODE =
      "models,apis,supportingFiles,modelDocs=false,apiDocs=false,modelTests=false,apiTests=false,"
          + "skipFormModel=false";

  @TempDir static Path folder;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws Exception {
    server = RunnableJar.in(folder).start(RunnableJar.withoutRates());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void java() throws Exception {
    Path client =
        generate(
            "java",
            "openApiNullable=false,useJakartaEe=true,invokerPackage=client,"
                + "apiPackage=client.api,modelPackage=client.model",
            "--library",
            "native");
    String libraries = String.join(File.pathSeparator, files(TOOLS.resolve("java"), ".jar"));
    List<String> compile =
        new ArrayList<>(
            List.of(tool("javac"), "-nowarn", "-proc:none", "-d", "classes", "-cp", libraries));
    compile.addAll(files(client.resolve("src/main/java"), ".java"));
    compile.add(SOURCES.resolve("java/Journey.java").toString());
    ProgramRuns.run(client, LIMIT, compile);
    String path = "classes" + File.pathSeparator + libraries;
    done(client, List.of(tool("java"), "-cp", path, "Journey", base()));
  }

  @Test
  void python() throws Exception {
    PythonEnvironment python =
        PythonEnvironment.install(
            Path.of("target/python"), Path.of("src/test/python/requirements.txt"));
    Path client =
        generate("python", "packageName=health_connect_client,projectName=health-connect-client");
    python.pip(
        "install", "--no-deps", "--no-build-isolation", "--force-reinstall", client.toString());
    done(
        folder,
        List.of(python.program("python"), SOURCES.resolve("python/journey.py").toString(), base()));
  }

  @Test
  void typeScript() throws Exception {
    ProgramRuns.need("there is no npm: install Node.js", "npm", "--version");
    Path client = Files.createDirectories(folder.resolve("typescript"));
    for (String file : files(SOURCES.resolve("typescript"), "")) {
      Path source = Path.of(file);
      Files.copy(source, client.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    ProgramRuns.run(
        client, LIMIT, List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
    String bin = client.resolve("node_modules/.bin").toString() + File.separator;
    ProgramRuns.run(client, LIMIT, List.of(bin + "openapi-typescript", API, "-o", "api.d.ts"));
    ProgramRuns.run(client, LIMIT, List.of(bin + "tsc"));
    done(client, List.of("node", "out/journey.js", base()));
  }

  /** Generates a client from the description, and returns its folder. */
  private static Path generate(String language, String options, String... more)
      throws IOException, InterruptedException {
    Path client = folder.resolve(language);
    List<String> command =
        new ArrayList<>(
            List.of(
                tool("java"),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                TOOLS.resolve("openapi-generator-cli.jar").toString(),
                "generate",
                "--generator-name",
                language,
                "--input-spec",
                API,
                "--output",
                client.toString(),
                "--global-property",
                ONLY_CODE,
                "--additional-properties",
                options));
    command.addAll(List.of(more));
    ProgramRuns.run(folder, LIMIT, command);
    return client;
  }

  private static void done(Path where, List<String> command) throws Exception {
    assertEquals("done", ProgramRuns.run(where, LIMIT, command).strip());
  }

  private static String base() {
    return server.base().toString();
  }

  /** A program of the JDK that runs this test. */
  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static List<String> files(Path in, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(in)) {
      return all.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }
}
