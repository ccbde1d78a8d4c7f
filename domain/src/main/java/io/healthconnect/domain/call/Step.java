package io.healthconnect.domain.call;

import java.util.List;
import java.util.Optional;

/**
 * One change of a call: the call after it, what the devices are told in this order, and the result
 * for whoever asked.
 */
public record Step<R>(Call next, List<Signal> signals, R result) {
  public Step {
    signals = List.copyOf(signals);
  }

  /** Nothing happens to the call and nobody is told. */
  public static <R> Step<R> same(Call call, R result) {
    return new Step<>(call, List.of(), result);
  }

  /** Nothing happens, because of the given rule. */
  public static Step<Optional<CallRefusal>> refused(Call call, CallRefusal refusal) {
    return same(call, Optional.of(refusal));
  }

  /** What was asked for happens. */
  public static Step<Optional<CallRefusal>> accepted(Call next, List<Signal> signals) {
    return new Step<>(next, signals, Optional.empty());
  }
}
