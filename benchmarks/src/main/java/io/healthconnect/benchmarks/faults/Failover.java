package io.healthconnect.benchmarks.faults;

import io.healthconnect.mongod.Member;
import io.healthconnect.mongod.ReplicaSet;

/** A way for the primary to lose its role. */
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
   * @return what heals it
   */
  abstract Runnable strike(ReplicaSet store);
}
