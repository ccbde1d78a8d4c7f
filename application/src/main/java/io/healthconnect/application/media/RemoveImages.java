package io.healthconnect.application.media;

import io.healthconnect.domain.account.AccountId;

/**
 * Permanently removes all images of a person, the avatar and everything sent, for hosts that delete
 * accounts. Messages stay, with identifiers of images that nobody can fetch any more.
 */
public interface RemoveImages {

  /**
   * Once this has returned, nobody can see the images any more. Their bytes are gone too, unless
   * the image store is unavailable: then {@link SweepImages} removes them later.
   *
   * @return how many images were removed
   */
  int removeImages(AccountId owner);
}
