package io.healthconnect.testkit.media;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.testkit.Stores;
import java.time.Instant;
import java.util.Optional;

/** Valid pending images. */
public final class MediaFixtures {
  /** When the images of the fixtures were uploaded. */
  public static final Instant UPLOADED = Instant.parse("2026-03-01T11:59:00.009Z");

  private MediaFixtures() {}

  /** A pending avatar. */
  public static Media avatar(String id, String owner) {
    return media(id, owner, Optional.empty(), 1000, UPLOADED);
  }

  /** A pending image from one person to another. */
  public static Media sent(String id, String owner, String receiver) {
    return media(id, owner, Optional.of(new AccountId(receiver)), 1000, UPLOADED);
  }

  /** A pending PDF from one person to another. */
  public static Media sentDocument(String id, String owner, String receiver) {
    return new Media(
        new MediaId(id),
        new AccountId(owner),
        ImagePurpose.CHAT,
        Optional.of(new AccountId(receiver)),
        MediaType.PDF,
        0,
        0,
        new Media.Upload(1_234, "sha-of-" + id),
        UPLOADED,
        MediaState.PENDING);
  }

  /** A pending document of a doctor. */
  public static Media document(String id, String owner) {
    return media(id, owner, ImagePurpose.DOCUMENT, Optional.empty(), 1000, UPLOADED);
  }

  static Media media(
      String id, String owner, Optional<AccountId> receiver, long bytes, Instant createdAt) {
    return media(
        id,
        owner,
        receiver.isEmpty() ? ImagePurpose.AVATAR : ImagePurpose.CHAT,
        receiver,
        bytes,
        createdAt);
  }

  private static Media media(
      String id,
      String owner,
      ImagePurpose purpose,
      Optional<AccountId> receiver,
      long bytes,
      Instant createdAt) {
    return new Media(
        new MediaId(id),
        new AccountId(owner),
        purpose,
        receiver,
        receiver.isEmpty() ? MediaType.PNG : MediaType.JPEG,
        640,
        480,
        new Media.Upload(bytes, "sha-of-" + id),
        createdAt,
        MediaState.PENDING);
  }

  /** Stores a pending image, whatever the owner has uploaded before. */
  public static Media keep(Stores stores, Media media) {
    return stores
        .media()
        .add(media, new UploadQuota(Integer.MAX_VALUE, Long.MAX_VALUE))
        .fold(
            kept -> kept,
            quota -> {
              throw new AssertionError("refused by an unlimited quota");
            });
  }
}
