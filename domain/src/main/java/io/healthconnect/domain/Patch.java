package io.healthconnect.domain;

import java.util.Optional;

/** A change of an optional value: it is kept, cleared, or replaced. */
public sealed interface Patch<T> {

  /** The value that a member has after this patch. */
  Optional<T> applyTo(Optional<T> present);

  static <T> Patch<T> keep() {
    return new Keep<>();
  }

  static <T> Patch<T> clear() {
    return new Clear<>();
  }

  static <T> Patch<T> set(T value) {
    return new Set<>(value);
  }

  /** Leaves the value as it is. */
  record Keep<T>() implements Patch<T> {
    @Override
    public Optional<T> applyTo(Optional<T> present) {
      return present;
    }
  }

  /** Removes the value. */
  record Clear<T>() implements Patch<T> {
    @Override
    public Optional<T> applyTo(Optional<T> present) {
      return Optional.empty();
    }
  }

  /** Replaces the value. */
  record Set<T>(T value) implements Patch<T> {
    @Override
    public Optional<T> applyTo(Optional<T> present) {
      return Optional.of(value);
    }
  }
}
