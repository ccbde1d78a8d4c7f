package io.healthconnect.benchmarks.disk;

import io.healthconnect.benchmarks.faults.Report;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** D-03: libfiu makes system calls of the running server fail. */
final class DiskErrors implements BrokenDisk.Fault {
  private static final int READ_ONLY_FILE_SYSTEM = 30;
  private static final int INPUT_OUTPUT_ERROR = 5;

  /** Where Debian's packages put the libraries that {@code fiu-run} would preload. */
  private static final String LIBRARIES =
      "/usr/lib/fiu/fiu_run_preload.so:/usr/lib/fiu/fiu_posix_preload.so";

  private static final List<String> CALLS = List.of("posix/io/rw/pwrite", "posix/io/sync/fsync");

  private final Path work;
  private final boolean readOnly;

  private DiskErrors(Path work, boolean readOnly) {
    this.work = work;
    this.readOnly = readOnly;
  }

  static Report failing(DiskScenario.Plan plan) throws Exception {
    return run(plan, false);
  }

  static Report readOnly(DiskScenario.Plan plan) throws Exception {
    return run(plan, true);
  }

  private static Report run(DiskScenario.Plan plan, boolean readOnly) throws Exception {
    HealthConnectServer server = HealthConnectServer.in(plan.work(), plan.jar());
    DiskErrors fault = new DiskErrors(plan.work(), readOnly);
    Map<String, String> preloaded =
        Map.of("LD_PRELOAD", LIBRARIES, "FIU_CTRL_FIFO", fault.control().toString());
    try (ServerProcess process = server.start(List.of(), preloaded)) {
      return new BrokenDisk(plan, server, fault).run(process);
    }
  }

  private Path control() {
    return work.resolve("fiu");
  }

  /**
   * One in a hundred calls fails, or every second one; for a read-only file system, every write.
   */
  @Override
  public void strike(long pid, SplittableRandom random) throws Exception {
    if (readOnly) {
      control(pid, "enable name=posix/io/rw/pwrite,failinfo=" + READ_ONLY_FILE_SYSTEM);
      return;
    }
    String probability = random.nextBoolean() ? "0.01" : "0.5";
    for (String call : CALLS) {
      control(
          pid,
          "enable_random name=%s,probability=%s,failinfo=%d"
              .formatted(call, probability, INPUT_OUTPUT_ERROR));
    }
  }

  @Override
  public void heal(long pid) throws Exception {
    for (String call : readOnly ? CALLS.subList(0, 1) : CALLS) {
      control(pid, "disable name=" + call);
    }
  }

  @Override
  public boolean isTotal() {
    return readOnly;
  }

  private void control(long pid, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "fiu-ctrl", "-f", control().toString(), "-c", command, Long.toString(pid))
            .inheritIO()
            .start();
    if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("fiu-ctrl failed: " + command);
    }
  }
}
