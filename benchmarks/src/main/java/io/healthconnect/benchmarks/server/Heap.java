package io.healthconnect.benchmarks.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of a server, according to {@code jcmd}. */
public final class Heap {
  /** Newer Java releases report what is reserved and what is committed for the total. */
  private static final Pattern USED =
      Pattern.compile("total (?:reserved \\d+K, committed )?\\d+K, used (\\d+)K");

  private final ServerProcess server;

  public Heap(ServerProcess server) {
    this.server = server;
  }

  /** The used heap in KiB; for a generational heap, the young generation. */
  public long usedKib() throws IOException, InterruptedException {
    Matcher used = USED.matcher(jcmd("GC.heap_info"));
    if (!used.find()) {
      throw new IOException("jcmd does not say how much heap is used");
    }
    return Long.parseLong(used.group(1));
  }

  /** Runs a full collection. */
  public void collect() throws IOException, InterruptedException {
    jcmd("GC.run");
    jcmd("GC.run");
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(server.pid()), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd " + command + " failed: " + said);
    }
    return said;
  }
}
