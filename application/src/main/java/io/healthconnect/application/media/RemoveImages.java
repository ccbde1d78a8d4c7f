package io.healthconnect.application.media;

import io.healthconnect.domain.account.AccountId;

/**
 * Removes all images of a person for good: the avatar and everything sent, for hosts that delete
 * accounts. Their messages stay, with identifiers of images that nobody gets any more.
 */
public interface RemoveImages {

  /**
   * From its return on nobody sees the images. Their bytes are gone too, unless the store of images
   * cannot answer: then {@link SweepImages} removes them later.
   *
   * @return how many images were removed
   */
  int handle(AccountId owner);
}
