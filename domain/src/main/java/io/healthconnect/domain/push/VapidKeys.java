package io.healthconnect.domain.push;

import java.util.function.Supplier;

/**
 * Keeps the one key pair of a site. Subscriptions are bound to it, so it is the same on all nodes,
 * and stays.
 */
public interface VapidKeys {

  /** The stored pair, or else the given one, which is stored. Of many callers, all get the same. */
  VapidKeyPair findOrStore(Supplier<VapidKeyPair> made);
}
