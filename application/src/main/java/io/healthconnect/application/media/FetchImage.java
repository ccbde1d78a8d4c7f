package io.healthconnect.application.media;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Delivers an image to a viewer who may see it now: an avatar to anyone, an image of a message to
 * its sender and receiver. Empty for everybody else, and if there is no such image.
 */
public interface FetchImage {

  Optional<Found> fetchImage(Query query);

  /**
   * @param viewer empty if nobody is logged in
   */
  record Query(Optional<Actor> viewer, MediaId id) {}

  /**
   * @param delivery fetches the bytes, or their URL, from the store on demand; empty if the store
   *     has lost them
   */
  record Found(Media media, Supplier<Optional<Delivery>> delivery) {}
}
