package io.healthconnect.benchmarks.faults;

import java.util.Arrays;
import java.util.Optional;

/** What can be run, with its full counts. */
public enum Scenario {
  /** Step-downs of the primary; size: writes acknowledged. */
  M_01(20, 50_000, new Writers("m01-", Failover.STEP_DOWN)::run),
  /** Kills of the primary; size: writes acknowledged. */
  M_02(20, 50_000, new Writers("m02-", Failover.KILL)::run),
  /** Freezes of the primary; size: clients that write. */
  M_03(3, 64, FrozenPrimary::run),
  /** Fail points; no rounds; size: writes of each kind. */
  M_06(0, 1_000, FailPoints::run),
  /** Failovers and killed cursors while messages go from node to node; size: messages. */
  M_07(10, 10_000, Delivery::run),
  /** Stops of the replication; size: writes, a share of them in each round. */
  M_11(20, 1_000, StoppedReplication::run),
  /** Kills of a node; size: people connected to it. */
  C_01(5, 200, NodeKills::run),
  /** Slots booked by everybody at once; size: everybody. */
  T_01(100, 1_000, OneSlot::run),
  /** Messages that three devices send at once; no rounds; size: messages. */
  T_04(0, 10_000, RepeatedIds::run);

  private final int rounds;
  private final int size;
  private final Run run;

  private interface Run {
    Report of(Plan plan) throws Exception;
  }

  Scenario(int rounds, int size, Run run) {
    this.rounds = rounds;
    this.size = size;
    this.run = run;
  }

  /** By the name of its target, such as {@code M-01}. */
  static Optional<Scenario> named(String name) {
    return Arrays.stream(values()).filter(each -> each.toString().equals(name)).findFirst();
  }

  int rounds() {
    return rounds;
  }

  int size() {
    return size;
  }

  /**
   * Runs it on a cluster that works, and leaves one that does.
   *
   * @throws Exception when the run could not be ended; what it found wrong is in the report
   */
  public Report run(Plan plan) throws Exception {
    return run.of(plan);
  }

  @Override
  public String toString() {
    return name().replace('_', '-');
  }
}
