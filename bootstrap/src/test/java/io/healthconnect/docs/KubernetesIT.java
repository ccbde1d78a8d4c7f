package io.healthconnect.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.testkit.program.ProgramRuns;
import io.healthconnect.testkit.program.PythonEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** The manifests keep to the schemas of Kubernetes, which the validator brings with it. */
class KubernetesIT {
  private static final Path MANIFESTS =
      Documents.root().resolve("docs/deploy/kubernetes.yaml").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void theManifestsAreValid() throws Exception {
    PythonEnvironment python =
        PythonEnvironment.install(
            Path.of("target/python"), Path.of("src/test/python/requirements.txt"));
    assertEquals(4, validated(python, MANIFESTS).lines().filter(l -> l.contains("passed")).count());
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            Documents.read(MANIFESTS).replace("replicas: 3", "replica: 3"));
    assertThrows(AssertionFailedError.class, () -> validated(python, wrong));
  }

  private String validated(PythonEnvironment python, Path file) throws Exception {
    return ProgramRuns.run(
        folder,
        Duration.ofMinutes(1),
        List.of(python.program("kubernetes-validate"), "--strict", file.toString()));
  }
}
