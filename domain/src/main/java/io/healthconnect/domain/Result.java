package io.healthconnect.domain;

import java.util.function.Function;

/**
 * The outcome of an operation whose failures are expected: a value, or the reason why there is
 * none. There is deliberately no getter; callers handle both outcomes with {@link #fold}.
 */
public sealed interface Result<T, E> {

  /** The operation succeeded. */
  record Success<T, E>(T value) implements Result<T, E> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> onSuccess, Function<? super E, ? extends R> onFailure) {
      return onSuccess.apply(value);
    }
  }

  /** The operation was refused for a reason that callers are expected to handle. */
  record Failure<T, E>(E reason) implements Result<T, E> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> onSuccess, Function<? super E, ? extends R> onFailure) {
      return onFailure.apply(reason);
    }
  }

  static <T, E> Result<T, E> success(T value) {
    return new Success<>(value);
  }

  static <T, E> Result<T, E> failure(E reason) {
    return new Failure<>(reason);
  }

  /** Calls the function for this outcome and returns its value. */
  <R> R fold(
      Function<? super T, ? extends R> onSuccess, Function<? super E, ? extends R> onFailure);

  default <U> Result<U, E> map(Function<? super T, ? extends U> function) {
    return fold(value -> success(function.apply(value)), Result::failure);
  }

  default <F> Result<T, F> mapFailure(Function<? super E, ? extends F> function) {
    return fold(Result::success, reason -> failure(function.apply(reason)));
  }

  default <U> Result<U, E> flatMap(Function<? super T, Result<U, E>> function) {
    return fold(function, Result::failure);
  }
}
