package io.healthconnect.benchmarks.disk;

import io.healthconnect.benchmarks.faults.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** The scenarios, with their full counts and required tools. */
public enum DiskScenario {
  /** Power cuts, reconstructed from a trace of system calls; size: acknowledged messages. */
  D_02(500, 200, List.of("strace"), PowerCuts::run),
  /** Failing writes and syncs; size: acknowledged writes. */
  D_03(20, 20_000, List.of("fiu-ctrl"), DiskErrors::failing),
  /** Writes that a read-only file system refuses; size: acknowledged writes. */
  D_03_READ_ONLY(10, 5_000, List.of("fiu-ctrl"), DiskErrors::readOnly),
  /** Kills during a first start; no size. */
  D_05(20, 0, List.of(), FirstStarts::run),
  /** A full disk that is freed again; size: acknowledged writes. */
  D_04(10, 10_000, List.of("mount"), FullDisk::run),
  /**
   * Another process holds the write lock for longer than the server waits; size: acknowledged
   * writes.
   */
  D_10_LOCKED(3, 2_000, List.of(), LockedFile::run),
  /** Backups while messages are written; size: the least number of acknowledged messages. */
  D_10(20, 20_000, List.of(), Backups::run);

  private final int rounds;
  private final int size;
  private final List<String> tools;
  private final Run run;

  private interface Run {
    Report of(Plan plan) throws Exception;
  }

  /**
   * * The parameters of a run.
   *
   * @param jar the runnable jar
   * @param rounds how many faults
   * @param size how much is written; see {@link DiskScenario}
   * @param work an empty folder
   */
  public record Plan(Path jar, int rounds, int size, long seed, Path work) {
    SplittableRandom random() {
      return new SplittableRandom(seed);
    }
  }

  DiskScenario(int rounds, int size, List<String> tools, Run run) {
    this.rounds = rounds;
    this.size = size;
    this.tools = tools;
    this.run = run;
  }

  static Optional<DiskScenario> named(String name) {
    return Arrays.stream(values()).filter(each -> each.toString().equals(name)).findFirst();
  }

  int rounds() {
    return rounds;
  }

  int size() {
    return size;
  }

  /** The tools or permissions that this machine lacks for the scenario. */
  public Optional<String> missing() throws IOException, InterruptedException {
    for (String tool : tools) {
      if (!succeeds("command -v " + tool)) {
        return Optional.of(this + " needs " + tool);
      }
    }
    boolean mounts = tools.contains("mount");
    return mounts && !succeeds("test \"$(id -u)\" = 0")
        ? Optional.of(this + " needs root, to mount a small file system")
        : Optional.empty();
  }

  private static boolean succeeds(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  /**
   * @throws Exception if the run could not be completed; violations are in the report
   */
  public Report run(Plan plan) throws Exception {
    return run.of(plan);
  }

  @Override
  public String toString() {
    return name().replace('_', '-');
  }
}
