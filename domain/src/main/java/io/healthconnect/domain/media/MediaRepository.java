package io.healthconnect.domain.media;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.MediaId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is known of images. Shares the transactions of the other repositories: an image
 * becomes {@link MediaState#ATTACHED} in the same step as the message that shows it is stored
 * ({@code MessageRepository.append}) or the account that shows it is saved ({@code
 * AccountRepository.save}), and a former avatar becomes {@link MediaState#DISCARDED} in that step
 * too. So a message never shows an image that is on its way out, whatever breaks off when.
 */
public interface MediaRepository {

  /** The owner has uploaded as much as the quota allows within 24 hours. */
  record QuotaReached() {}

  /**
   * Keeps a pending image, unless that would take its owner over the quota: counted are the images
   * of any state that the owner has made after the instant 24 hours before this one's creation, and
   * this one. The quota holds under any concurrency.
   *
   * @throws IllegalStateException if the identifier is taken
   */
  Result<Media, QuotaReached> add(Media pending, UploadQuota quota);

  Optional<Media> find(MediaId id);

  /**
   * Makes a pending or attached image discarded; changes nothing in other states, or when there is
   * none. An account or a message that shows it keeps its identifier.
   */
  void discard(MediaId id);

  /**
   * Makes all pending and attached images of the owner discarded: avatars and what they sent.
   *
   * @return how many changed
   */
  int discardOf(AccountId owner);

  /**
   * Makes pending images that were made before {@code pendingBefore} discarded, then tells the
   * discarded ones, those made first first and by identifier among equals, at most {@code limit} (1
   * to 1,000).
   */
  List<Media> discarded(Instant pendingBefore, int limit);

  /** Makes a discarded image removed; changes nothing in other states, or when there is none. */
  void markRemoved(MediaId id);

  /**
   * Forgets removed images that were made before the instant.
   *
   * @return how many
   */
  int forgetRemoved(Instant before);
}
