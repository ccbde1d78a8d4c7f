package io.healthconnect.application.media;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.ImageCleaner;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.UploadQuota;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Takes files in: cleans them, notes them as pending, keeps the bytes. Then a message or an account
 * may show them. Whatever breaks off on the way leaves a pending image, which {@link SweepImages}
 * removes.
 */
public final class ImageUploads {

  /** Why a file was not taken in. */
  public enum Refusal {
    /** Neither JPEG, PNG, WebP nor GIF. */
    UNSUPPORTED_TYPE,
    /** A photo in a format of phones that browsers do not show. */
    HEIC,
    /** A drawing that may hold scripts. */
    SVG,
    /** It begins like an image but is none, or is cut off. */
    DAMAGED,
    TOO_MANY_PIXELS,
    /** Too many images are being worked on; try again in a few seconds. */
    BUSY,
    /** The person has uploaded as much as is allowed within 24 hours. */
    QUOTA_REACHED
  }

  private final MediaPorts ports;
  private final UploadQuota quota;
  private final IdGenerator ids;
  private final Clock clock;

  public ImageUploads(MediaPorts ports, UploadQuota quota, IdGenerator ids, Clock clock) {
    this.ports = ports;
    this.quota = quota;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Takes in one file.
   *
   * @param receiver whom it is for; empty for an avatar
   * @return the pending image
   * @throws io.healthconnect.domain.media.ImagesUnavailableException if its store cannot answer
   */
  public Result<Media, Refusal> take(AccountId owner, Optional<AccountId> receiver, byte[] file) {
    ImagePurpose purpose = receiver.isEmpty() ? ImagePurpose.AVATAR : ImagePurpose.CHAT;
    return ports
        .cleaner()
        .clean(file, purpose)
        .mapFailure(ImageUploads::refusal)
        .flatMap(image -> keep(pending(owner, receiver, file, image), image));
  }

  private Result<Media, Refusal> keep(Media pending, CleanImage image) {
    return ports
        .media()
        .add(pending, quota)
        .mapFailure(reached -> Refusal.QUOTA_REACHED)
        .map(
            kept -> {
              ports.images().put(kept.id(), image);
              return kept;
            });
  }

  private Media pending(
      AccountId owner, Optional<AccountId> receiver, byte[] file, CleanImage image) {
    return new Media(
        new MediaId(ids.next()),
        owner,
        receiver,
        image.type(),
        image.width(),
        image.height(),
        new Media.Upload(file.length, sha256(file)),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        MediaState.PENDING);
  }

  /** Whether an image was made from this file. An image that is forgotten counts as equal. */
  public boolean isOf(MediaId image, byte[] file) {
    return ports
        .media()
        .find(image)
        .map(media -> media.upload().sha256().equals(sha256(file)))
        .orElse(true);
  }

  /** Removes an image that nothing will show. */
  public void drop(MediaId id) {
    ports.media().discard(id);
    ports.images().delete(id);
    ports.media().markRemoved(id);
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal refusal(ImageCleaner.Refusal refusal) {
    return switch (refusal) {
      case UNSUPPORTED_TYPE -> Refusal.UNSUPPORTED_TYPE;
      case HEIC -> Refusal.HEIC;
      case SVG -> Refusal.SVG;
      case DAMAGED -> Refusal.DAMAGED;
      case TOO_MANY_PIXELS -> Refusal.TOO_MANY_PIXELS;
      case BUSY -> Refusal.BUSY;
    };
  }
}
