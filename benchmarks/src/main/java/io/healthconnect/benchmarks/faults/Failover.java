package io.healthconnect.benchmarks.faults;

import io.healthconnect.mongod.Member;
import io.healthconnect.mongod.ReplicaSet;

/** A way in which the primary loses its role. */
enum Failover {
  STEP_DOWN {
    @Override
    Runnable strike(ReplicaSet store) {
      store.stepDown();
      return () -> {};
    }
  },
  KILL {
    @Override
    Runnable strike(ReplicaSet store) {
      Member primary = store.primary();
      primary.kill();
      return primary::restart;
    }
  };

  /**
   * @return the action that heals the set
   */
  abstract Runnable strike(ReplicaSet store);
}
