package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.workload.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Checks that the people of a killed node go offline for the others, soon and permanently. */
final class Departures {
  static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final List<String> remarks = new ArrayList<>();
  private final Delays offline = new Delays();

  /** Checks what a person who was connected to another node all the time was told. */
  void check(String person, Roster watching, long killedAt) {
    OptionalLong at = watching.offlineAt(person);
    if (watching.sees(person)) {
      remarks.add("still online: " + person);
    } else if (at.isEmpty()) {
      remarks.add("never said to be offline: " + person);
    } else {
      long nanos = at.getAsLong() - killedAt;
      offline.add(nanos);
      if (nanos > LIMIT_NANOS) {
        remarks.add("offline only after %d ms: %s".formatted(nanos / 1_000_000, person));
      }
    }
  }

  /** Checks what a person who connected afterwards was told. */
  void checkGhost(String person, Roster fresh) {
    if (fresh.sees(person)) {
      remarks.add("a ghost is online: " + person);
    }
  }

  /** The times from the kill until people were told. */
  Delays delays() {
    return offline;
  }

  Verdict verdict() {
    return new Verdict(0, 0, 0, remarks);
  }
}
