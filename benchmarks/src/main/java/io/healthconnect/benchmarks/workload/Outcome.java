package io.healthconnect.benchmarks.workload;

/** What a client knows about one write. */
public enum Outcome {
  /** The server said yes: it must be there, once. */
  OK,
  /** The server said no: it must not be there. */
  FAILED,
  /** No answer, or one that leaves it open: it may be there, at most once. */
  UNKNOWN
}
