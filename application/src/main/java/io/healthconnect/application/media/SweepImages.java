package io.healthconnect.application.media;

/**
 * Removes the bytes of images that nothing shows: discarded ones, and uploads that nothing has come
 * to show within an hour because something broke off. To be run again and again; several may run at
 * the same time.
 */
public interface SweepImages {

  /**
   * @return how many images were removed
   * @throws io.healthconnect.domain.media.ImagesUnavailableException if the store of images cannot
   *     answer; what is left waits for the next run
   */
  int handle();
}
