package io.healthconnect.signaling.session;

import java.util.function.Function;
import java.util.function.Supplier;

/** The result of checking a client's credentials. */
public sealed interface Admission {
  /** Calls the function for this result and returns its value. */
  <T> T fold(
      Function<? super Admitted, ? extends T> onAdmitted,
      Supplier<? extends T> onRefused,
      Supplier<? extends T> onUnknown);

  /** The socket belongs to this account and ends with this session. */
  record Admitted(String accountId, String sessionId) implements Admission {
    @Override
    public <T> T fold(
        Function<? super Admitted, ? extends T> onAdmitted,
        Supplier<? extends T> onRefused,
        Supplier<? extends T> onUnknown) {
      return onAdmitted.apply(this);
    }
  }

  /**
   * CONNECT_ERROR "unauthorized". The transport stays open, and the connect timeout keeps running.
   */
  record Refused() implements Admission {
    @Override
    public <T> T fold(
        Function<? super Admitted, ? extends T> onAdmitted,
        Supplier<? extends T> onRefused,
        Supplier<? extends T> onUnknown) {
      return onRefused.get();
    }
  }

  /** Cannot be decided now. The transport is closed with 1013, and the client retries later. */
  record Unknown() implements Admission {
    @Override
    public <T> T fold(
        Function<? super Admitted, ? extends T> onAdmitted,
        Supplier<? extends T> onRefused,
        Supplier<? extends T> onUnknown) {
      return onUnknown.get();
    }
  }
}
