package io.healthconnect.domain.media;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * The record of a stored image; its bytes are in the {@link ImageStore}.
 *
 * @param owner who uploaded it
 * @param receiver whom the owner sends it to; empty for an avatar, which everybody may see
 * @param width in pixels, as stored
 * @param height in pixels, as stored
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
   * @param sha256 the SHA-256 of the file in lower-case hex, so that a resend is recognised
   */
  public record Upload(long bytes, String sha256) {
    public Upload {
      if (bytes < 1) {
        throw new InvalidValueException("image", "must not be empty", Code.REQUIRED);
      }
    }
  }

  public Media {
    if (receiver.equals(Optional.of(owner))) {
      throw new InvalidValueException("receiverId", "must be somebody else", Code.NOT_ALLOWED);
    }
  }

  /** Whether this is an avatar of the owner, as opposed to an image of a message. */
  public boolean isAvatar() {
    return receiver.isEmpty();
  }

  /**
   * Whether the viewer may see it now: it is attached, and either an avatar or an image that the
   * viewer sent or received.
   */
  public boolean isVisibleTo(Optional<AccountId> viewer) {
    boolean one = isAvatar() || viewer.equals(Optional.of(owner)) || viewer.equals(receiver);
    return state == MediaState.ATTACHED && one;
  }

  public Media withState(MediaState next) {
    return new Media(id, owner, receiver, type, width, height, upload, createdAt, next);
  }
}
