package io.healthconnect.domain.call;

import java.util.List;
import java.util.Optional;

/**
 * One change of a call: the call after it, the signals to send in order, and the result for the
 * requester.
 */
public record Step<R>(Call next, List<Signal> signals, R result) {
  public Step {
    signals = List.copyOf(signals);
  }

  /** No change and no signals. */
  public static <R> Step<R> same(Call call, R result) {
    return new Step<>(call, List.of(), result);
  }

  /** No change, for the given reason. */
  public static Step<Optional<CallRefusal>> refused(Call call, CallRefusal refusal) {
    return same(call, Optional.of(refusal));
  }

  /** The requested change. */
  public static Step<Optional<CallRefusal>> accepted(Call next, List<Signal> signals) {
    return new Step<>(next, signals, Optional.empty());
  }
}
