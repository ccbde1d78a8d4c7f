package io.healthconnect.testkit.media;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.testkit.StoreLock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The records of images, in memory. */
public final class InMemoryMediaRepository implements MediaRepository {
  private final StoreLock lock;
  private final Map<MediaId, Media> all = new HashMap<>();

  public InMemoryMediaRepository(StoreLock lock) {
    this.lock = lock;
  }

  @Override
  public Result<Media, QuotaReached> add(Media pending, UploadQuota quota) {
    return lock.step(
        () -> {
          Instant dayBefore = pending.createdAt().minus(Duration.ofHours(24));
          List<Media> recent =
              all.values().stream()
                  .filter(media -> media.owner().equals(pending.owner()))
                  .filter(media -> media.createdAt().isAfter(dayBefore))
                  .toList();
          long bytes = recent.stream().mapToLong(media -> media.upload().bytes()).sum();
          if (recent.size() >= quota.files() || bytes > quota.bytes() - pending.upload().bytes()) {
            return Result.failure(new QuotaReached());
          }
          if (all.putIfAbsent(pending.id(), pending) != null) {
            throw new IllegalStateException("the image already exists");
          }
          return Result.success(pending);
        });
  }

  @Override
  public Optional<Media> find(MediaId id) {
    return lock.step(() -> Optional.ofNullable(all.get(id)));
  }

  @Override
  public void discard(MediaId id) {
    discardWhere(media -> media.id().equals(id));
  }

  @Override
  public int discardOf(AccountId owner) {
    return discardWhere(media -> media.owner().equals(owner));
  }

  private int discardWhere(Predicate<Media> condition) {
    return lock.step(
        () -> {
          List<Media> found =
              all.values().stream()
                  .filter(
                      media ->
                          media.state() == MediaState.PENDING
                              || media.state() == MediaState.ATTACHED)
                  .filter(condition)
                  .toList();
          found.forEach(media -> put(media.withState(MediaState.DISCARDED)));
          return found.size();
        });
  }

  @Override
  public List<Media> discarded(Instant pendingBefore, int limit) {
    return lock.step(
        () -> {
          discardWhere(
              media ->
                  media.state() == MediaState.PENDING && media.createdAt().isBefore(pendingBefore));
          return all.values().stream()
              .filter(media -> media.state() == MediaState.DISCARDED)
              .sorted(
                  Comparator.comparing(Media::createdAt).thenComparing(media -> media.id().value()))
              .limit(limit)
              .toList();
        });
  }

  @Override
  public void markRemoved(MediaId id) {
    lock.step(
        () ->
            find(id)
                .filter(media -> media.state() == MediaState.DISCARDED)
                .map(media -> put(media.withState(MediaState.REMOVED))));
  }

  @Override
  public int forgetRemoved(Instant before) {
    return lock.step(
        () -> {
          int had = all.size();
          all.values()
              .removeIf(
                  media ->
                      media.state() == MediaState.REMOVED && media.createdAt().isBefore(before));
          return had - all.size();
        });
  }

  /** Whether the owner has such a pending image for this purpose. */
  public boolean isPending(MediaId id, AccountId owner, ImagePurpose purpose) {
    return lock.step(
        () ->
            find(id)
                .filter(media -> media.state() == MediaState.PENDING)
                .filter(media -> media.owner().equals(owner) && media.purpose() == purpose)
                .isPresent());
  }

  /**
   * For the repositories that show images: attaches a pending image.
   *
   * @throws StaleVersionException if this owner has no such pending image for this purpose and
   *     receiver
   */
  public void attach(
      MediaId id, AccountId owner, ImagePurpose purpose, Optional<AccountId> receiver) {
    lock.step(
        () ->
            find(id)
                .filter(media -> media.state() == MediaState.PENDING)
                .filter(media -> media.owner().equals(owner) && media.purpose() == purpose)
                .filter(media -> media.receiver().equals(receiver))
                .map(media -> put(media.withState(MediaState.ATTACHED)))
                .orElseThrow(() -> new StaleVersionException("image")));
  }

  private Media put(Media media) {
    all.put(media.id(), media);
    return media;
  }
}
