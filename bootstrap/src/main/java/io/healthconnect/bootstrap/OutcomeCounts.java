package io.healthconnect.bootstrap;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;

/** Counts what became of what this server has handed on, by outcome. Thread-safe. */
final class OutcomeCounts<E extends Enum<E>> {
  private final Map<E, LongAdder> counts;

  OutcomeCounts(Class<E> outcomes) {
    counts = new EnumMap<>(outcomes);
    for (E outcome : outcomes.getEnumConstants()) {
      counts.put(outcome, new LongAdder());
    }
  }

  /** One more; returns the outcome. */
  E count(E outcome) {
    Optional.ofNullable(counts.get(outcome)).orElseThrow().increment();
    return outcome;
  }

  void forEach(ObjLongConsumer<E> each) {
    counts.forEach((outcome, count) -> each.accept(outcome, count.sum()));
  }
}
