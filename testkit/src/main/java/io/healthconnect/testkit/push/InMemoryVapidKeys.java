package io.healthconnect.testkit.push;

import io.healthconnect.domain.push.VapidKeyPair;
import io.healthconnect.domain.push.VapidKeys;
import java.util.Optional;
import java.util.function.Supplier;

/** The key pair in memory. */
public final class InMemoryVapidKeys implements VapidKeys {
  private Optional<VapidKeyPair> stored = Optional.empty();

  @Override
  public synchronized VapidKeyPair findOrStore(Supplier<VapidKeyPair> made) {
    VapidKeyPair pair = stored.orElseGet(made);
    stored = Optional.of(pair);
    return pair;
  }
}
