package io.healthconnect.application.media;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.Media;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hands out an image to somebody who may see it now: an avatar to anyone, an image of a message to
 * its two people. Empty for everybody else, and when there is none.
 */
public interface FetchImage {

  Optional<Found> handle(Query query);

  /**
   * @param viewer empty when nobody is signed in
   */
  record Query(Optional<Actor> viewer, MediaId id) {}

  /**
   * @param delivery gets the bytes, or the address, from the store; empty if it has lost them. Only
   *     asked when they are wanted
   */
  record Found(Media media, Supplier<Optional<Delivery>> delivery) {}
}
