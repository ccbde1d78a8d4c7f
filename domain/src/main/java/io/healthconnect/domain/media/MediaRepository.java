package io.healthconnect.domain.media;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores the records of images. Shares transactions with the other repositories: an image becomes
 * {@link MediaState#ATTACHED} in the same step as the message that shows it is stored ({@code
 * MessageRepository.append}) or the account that shows it is saved ({@code
 * AccountRepository.save}), and the previous avatar becomes {@link MediaState#DISCARDED} in that
 * step too. So a message never shows an image that is being removed, whatever fails when.
 */
public interface MediaRepository {

  /** The owner has uploaded as much as the quota allows within 24 hours. */
  record QuotaReached() {}

  /**
   * Stores a pending image unless it would take its owner over the quota. This image counts, and so
   * do the owner's images in any state that were created less than 24 hours before it. The quota
   * holds under any concurrency.
   *
   * @throws IllegalStateException if the identifier is taken
   */
  Result<Media, QuotaReached> add(Media pending, UploadQuota quota);

  Optional<Media> find(MediaId id);

  /**
   * Discards a pending or attached image; does nothing in other states, or if there is none. An
   * account or a message that shows it keeps its identifier.
   */
  void discard(MediaId id);

  /**
   * Discards all pending and attached images of the owner: avatars and sent images.
   *
   * @return how many changed
   */
  int discardOf(AccountId owner);

  /**
   * Discards pending images that were created before {@code pendingBefore}, then returns the
   * discarded ones, oldest first and then by identifier, at most {@code limit} (1 to 1,000).
   */
  List<Media> discarded(Instant pendingBefore, int limit);

  /** Marks a discarded image as removed; does nothing in other states, or if there is none. */
  void markRemoved(MediaId id);

  /**
   * Deletes the records of removed images that were created before the instant.
   *
   * @return how many were deleted
   */
  int forgetRemoved(Instant before);
}
