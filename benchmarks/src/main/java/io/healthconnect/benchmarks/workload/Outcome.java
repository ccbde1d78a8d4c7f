package io.healthconnect.benchmarks.workload;

/** What a client knows about the outcome of one write. */
public enum Outcome {
  /** Acknowledged: it must be stored, once. */
  OK,
  /** Refused: it must not be stored. */
  FAILED,
  /** No answer, or one that leaves the outcome open: it may be stored, at most once. */
  UNKNOWN
}
