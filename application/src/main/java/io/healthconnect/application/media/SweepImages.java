package io.healthconnect.application.media;

/**
 * Removes the bytes of images that nothing shows: discarded images, and uploads that no message or
 * account shows after an hour because something failed in between. Must run periodically; several
 * nodes may run it at the same time.
 */
public interface SweepImages {

  /**
   * @return how many images were removed
   * @throws io.healthconnect.domain.media.ImagesUnavailableException if the image store is
   *     unavailable; the next run removes what is left
   */
  int sweepImages();
}
