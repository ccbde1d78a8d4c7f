package io.healthconnect.domain.media;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * The record of a stored image or document; its bytes are in the {@link ImageStore}.
 *
 * @param owner who uploaded it
 * @param receiver whom the owner sends it to, which only files of messages have
 * @param width in pixels, as stored; 0 for a PDF
 * @param height in pixels, as stored; 0 for a PDF
 */
public record Media(
    MediaId id,
    AccountId owner,
    ImagePurpose purpose,
    Optional<AccountId> receiver,
    MediaType type,
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
    if (receiver.isPresent() != (purpose == ImagePurpose.CHAT)) {
      throw new InvalidValueException("receiverId", "is for images of messages", Code.NOT_ALLOWED);
    }
    if (receiver.equals(Optional.of(owner))) {
      throw new InvalidValueException("receiverId", "must be somebody else", Code.NOT_ALLOWED);
    }
  }

  /** Whether this is an avatar of the owner, which everybody may see. */
  public boolean isAvatar() {
    return purpose == ImagePurpose.AVATAR;
  }

  /**
   * Whether the viewer may see it now: it is attached, and either an avatar or an image that the
   * viewer uploaded or received. Admins see documents in their own way.
   */
  public boolean isVisibleTo(Optional<AccountId> viewer) {
    boolean one = viewer.map(who -> who.equals(owner) || receiver.equals(viewer)).orElse(false);
    return state == MediaState.ATTACHED && (isAvatar() || one);
  }

  public Media withState(MediaState next) {
    return new Media(id, owner, purpose, receiver, type, width, height, upload, createdAt, next);
  }
}
