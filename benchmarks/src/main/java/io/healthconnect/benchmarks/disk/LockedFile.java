package io.healthconnect.benchmarks.disk;

import io.healthconnect.benchmarks.faults.Report;
import io.healthconnect.benchmarks.server.DatabaseFile;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** D-10: another process holds the write lock for seven seconds, as a careless backup does. */
final class LockedFile implements BrokenDisk.Fault {
  private static final long HELD_MILLIS = 7_000;

  private final Path folder;
  private final List<Connection> holders = new ArrayList<>();

  private LockedFile(Path folder) {
    this.folder = folder;
  }

  static Report run(DiskScenario.Plan plan) throws Exception {
    HealthConnectServer server = HealthConnectServer.in(plan.work(), plan.jar());
    try (ServerProcess process = server.start()) {
      return new BrokenDisk(plan, server, new LockedFile(server.dataDirectory())).run(process);
    }
  }

  @Override
  public void strike(long pid, SplittableRandom random) throws Exception {
    Connection holder = DatabaseFile.open(folder);
    try (Statement statement = holder.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute("BEGIN IMMEDIATE");
    }
    holders.add(holder);
    Thread.sleep(HELD_MILLIS);
  }

  @Override
  public void heal(long pid) throws SQLException {
    for (Connection holder : holders) {
      holder.close();
    }
    holders.clear();
  }

  @Override
  public boolean isTotal() {
    return true;
  }
}
