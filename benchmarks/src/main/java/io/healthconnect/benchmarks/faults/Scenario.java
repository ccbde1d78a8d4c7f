package io.healthconnect.benchmarks.faults;

import java.util.Arrays;
import java.util.Optional;

/** The scenarios, with their full counts. */
public enum Scenario {
  /** Step-downs of the primary; size: acknowledged writes. */
  M_01(20, 50_000, new Writers("m01-", Failover.STEP_DOWN)::run),
  /** Kills of the primary; size: acknowledged writes. */
  M_02(20, 50_000, new Writers("m02-", Failover.KILL)::run),
  /** Freezes of the primary; size: clients that write. */
  M_03(3, 64, FrozenPrimary::run),
  /** The primary cut off from the other members; size: seconds of each cut. */
  M_04(10, 15, CutOffPrimary::run),
  /** A node cut off from all members; size: seconds of each cut. */
  M_05(1, 60, CutOffNode::run),
  /** Fail points; no rounds; size: writes of each kind. */
  M_06(0, 1_000, FailPoints::run),
  /** Failovers and killed cursors while messages pass from node to node; size: messages. */
  M_07(10, 10_000, Delivery::run),
  /** Stopped replication; size: writes, spread over the rounds. */
  M_11(20, 1_000, StoppedReplication::run),
  /** Killed nodes; size: people connected to the killed node. */
  C_01(5, 200, NodeKills::run),
  /** Both nodes stopped and started in turn; size is not used. */
  C_06(10, 0, RollingRestarts::run),
  /** Nodes killed during calls; size: pairs of people who ring or talk. */
  R_11(50, 12, CallKills::run),
  /** Nodes of two releases, one killed every 10 s; no rounds; size: seconds. */
  RELEASES(0, 300, MixedReleases::run),
  /** Slots that everybody books at once; size: people. */
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

  /** The scenario of a target, such as {@code M-01}. */
  static Optional<Scenario> named(String name) {
    return Arrays.stream(values()).filter(each -> each.toString().equals(name)).findFirst();
  }

  /** Whether its cluster needs a network that can be cut. */
  public boolean cutsLines() {
    return this == M_04 || this == M_05;
  }

  int rounds() {
    return rounds;
  }

  int size() {
    return size;
  }

  /**
   * Runs on a healthy cluster and leaves it healthy.
   *
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
