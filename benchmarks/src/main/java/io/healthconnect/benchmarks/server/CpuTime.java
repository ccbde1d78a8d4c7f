package io.healthconnect.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads what the system knows of the CPU time of processes. */
public final class CpuTime {
  private static final long CLOCK_TICKS_PER_SECOND = 100;

  private CpuTime() {}

  /** User and system time of the process so far; the kernel counts in hundredths of a second. */
  public static Duration of(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    return Duration.ofMillis(ticks * 1000 / CLOCK_TICKS_PER_SECOND);
  }
}
