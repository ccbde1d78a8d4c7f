package io.healthconnect.benchmarks.disk;

import io.healthconnect.benchmarks.faults.Report;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** D-04: a small file system is filled to the last byte, and freed again. */
final class FullDisk implements BrokenDisk.Fault {
  private static final int MEBIBYTES_AT_LEAST = 8;

  /** The bytes that an acknowledged write takes in the file and its log. */
  private static final int BYTES_A_WRITE = 2_000;

  private final Path ballast;

  private FullDisk(Path folder) {
    ballast = folder.resolve("ballast");
  }

  static Report run(DiskScenario.Plan plan) throws Exception {
    HealthConnectServer server = HealthConnectServer.in(plan.work(), plan.jar());
    int size = MEBIBYTES_AT_LEAST + (int) ((long) plan.size() * BYTES_A_WRITE >> 20);
    Path folder = server.dataDirectory();
    command("mount", "-t", "tmpfs", "-o", "size=" + size + "m", "tmpfs", folder.toString());
    try (ServerProcess process = server.start()) {
      return new BrokenDisk(plan, server, new FullDisk(folder)).run(process);
    } finally {
      command("umount", folder.toString());
    }
  }

  @Override
  public void strike(long pid, SplittableRandom random) throws IOException {
    byte[] block = new byte[64 * 1024];
    // The log is truncated and grows again, so the space that this frees is filled too.
    for (int length = block.length; length > 0; length /= 2) {
      fill(block, length);
    }
  }

  private void fill(byte[] block, int length) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (; ; ) {
        out.write(block, 0, length);
      }
    } catch (IOException full) {
      if (!"No space left on device".equals(full.getMessage())) {
        throw full;
      }
    }
  }

  @Override
  public void heal(long pid) throws IOException {
    Files.delete(ballast);
  }

  /** The log may have room for small writes. */
  @Override
  public boolean isTotal() {
    return false;
  }

  private static void command(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("failed: " + String.join(" ", command));
    }
  }
}
