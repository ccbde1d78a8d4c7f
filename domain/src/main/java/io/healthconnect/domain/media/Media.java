package io.healthconnect.domain.media;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.MediaId;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a stored image; its bytes are with the {@link ImageStore}.
 *
 * @param owner who uploaded it
 * @param receiver whom the owner sends it to; empty for an avatar, which everybody may see
 * @param width in pixels, as kept
 * @param height in pixels, as kept
 */
public record Media(
    MediaId id,
    AccountId owner,
    Optional<AccountId> receiver,
    ImageType type,
    int width,
    int height,
    Upload upload,
    Instant createdAt,
    MediaState state) {

  /**
   * The file that the image was made from.
   *
   * @param bytes its length
   * @param sha256 of the file in lower-case hex, so that a resend is recognised
   */
  public record Upload(long bytes, String sha256) {
    public Upload {
      if (bytes < 1) {
        throw new InvalidValueException("image", "must not be empty");
      }
    }
  }

  public Media {
    if (receiver.equals(Optional.of(owner))) {
      throw new InvalidValueException("receiverId", "must be somebody else");
    }
  }

  /** Whether it is one of the owner's avatars, and not an image of a message. */
  public boolean isAvatar() {
    return receiver.isEmpty();
  }

  /** Whether the viewer may see it now: attached, and an avatar or an image between these two. */
  public boolean isVisibleTo(Optional<AccountId> viewer) {
    boolean one = isAvatar() || viewer.equals(Optional.of(owner)) || viewer.equals(receiver);
    return state == MediaState.ATTACHED && one;
  }

  public Media withState(MediaState next) {
    return new Media(id, owner, receiver, type, width, height, upload, createdAt, next);
  }
}
