package io.healthconnect.application.media;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.domain.media.ImagesUnavailableException;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaFile;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.domain.media.PdfFile;
import io.healthconnect.domain.media.UploadQuota;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Accepts uploaded files: cleans images and checks documents, records them as pending and stores
 * the bytes. After that a message or an account may show them. A failure in between leaves a
 * pending image behind, which {@link SweepImages} removes.
 */
public final class ImageUploads {
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
   * Accepts one file.
   *
   * @param receiver whom it is for; empty unless it is for a chat
   * @return the pending image
   * @throws io.healthconnect.domain.media.ImagesUnavailableException if the image store is
   *     unavailable
   */
  public Result<Media, ImageRefusal> take(
      AccountId owner, ImagePurpose purpose, Optional<AccountId> receiver, byte[] file) {
    return ports
        .cleaner()
        .clean(owner, file, purpose)
        .flatMap(
            image ->
                keep(
                    pending(
                        owner,
                        purpose,
                        receiver,
                        image.type(),
                        image.width(),
                        image.height(),
                        file),
                    image));
  }

  /**
   * Accepts one PDF for a message.
   *
   * @return the pending document
   * @throws io.healthconnect.domain.media.ImagesUnavailableException if the image store is
   *     unavailable
   */
  public Result<Media, ImageRefusal> takeDocument(
      AccountId owner, AccountId receiver, byte[] file) {
    return PdfFile.of(file)
        .map(
            pdf ->
                keep(
                    pending(
                        owner, ImagePurpose.CHAT, Optional.of(receiver), pdf.type(), 0, 0, file),
                    pdf))
        .orElseGet(() -> Result.failure(ImageRefusal.NOT_PDF));
  }

  private Media pending(
      AccountId owner,
      ImagePurpose purpose,
      Optional<AccountId> receiver,
      MediaType type,
      int width,
      int height,
      byte[] file) {
    return new Media(
        new MediaId(ids.next()),
        owner,
        purpose,
        receiver,
        type,
        width,
        height,
        new Media.Upload(file.length, sha256(file)),
        clock.instant(),
        MediaState.PENDING);
  }

  private Result<Media, ImageRefusal> keep(Media pending, MediaFile file) {
    return ports
        .media()
        .add(pending, quota)
        .mapFailure(reached -> ImageRefusal.QUOTA_REACHED)
        .map(
            kept -> {
              ports.images().put(kept.id(), file);
              return kept;
            });
  }

  /** Whether this file was stored as that one. True if that one has no record any more. */
  public boolean isOf(MediaId stored, byte[] file) {
    return ports
        .media()
        .find(stored)
        .map(media -> media.upload().sha256().equals(sha256(file)))
        .orElse(true);
  }

  /** Removes a file that nothing will show. */
  public void drop(MediaId id) {
    ports.media().discard(id);
    ports.images().delete(id);
    ports.media().markRemoved(id);
  }

  /** Removes an image that nothing shows any more, now or as soon as the image store allows. */
  public void dropFormer(MediaId id) {
    try {
      drop(id);
    } catch (ImagesUnavailableException e) {
      // It is discarded, so nobody sees it; the sweep removes its bytes when the store is available
      // again.
    }
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
