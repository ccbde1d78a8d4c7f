package io.healthconnect.benchmarks.workload;

import java.util.List;

/**
 * One entry of a client's log.
 *
 * @param key identifies the write for the client: client id, start of the appointment, token
 * @param detail what the answer added: sequence number, id of the appointment; or {@code -}
 */
public record Entry(Outcome outcome, Kind kind, String key, String detail) {
  /** The three writes of the run. */
  public enum Kind {
    MESSAGE,
    APPOINTMENT,
    REVOCATION
  }

  String line() {
    return String.join(" ", outcome.name(), kind.name(), key, detail) + "\n";
  }

  static Entry parse(String line) {
    List<String> parts = List.of(line.split(" ", -1));
    return new Entry(
        Outcome.valueOf(parts.get(0)), Kind.valueOf(parts.get(1)), parts.get(2), parts.get(3));
  }
}
