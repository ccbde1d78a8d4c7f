package io.healthconnect.testkit.media;

import static io.healthconnect.testkit.media.MediaFixtures.UPLOADED;
import static io.healthconnect.testkit.media.MediaFixtures.avatar;
import static io.healthconnect.testkit.media.MediaFixtures.keep;
import static io.healthconnect.testkit.media.MediaFixtures.media;
import static io.healthconnect.testkit.media.MediaFixtures.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link MediaRepository}. */
public interface MediaRepositoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private MediaRepository repository() {
    People.add(stores(), "d1", "p1");
    return stores().media();
  }

  private MediaState stateOf(String id) {
    return stores().media().find(new MediaId(id)).orElseThrow().state();
  }

  private Result<Media, MediaRepository.QuotaReached> upload(
      String id, String owner, long bytes, Instant at, UploadQuota quota) {
    return repository().add(media(id, owner, Optional.empty(), bytes, at), quota);
  }

  private static List<String> ids(List<Media> media) {
    return media.stream().map(one -> one.id().value()).toList();
  }

  @Test
  default void keepsWhatWasAdded() {
    Media avatar = avatar("a1", "d1");
    Media image = sent("i1", "d1", "p1");
    assertEquals(Result.success(avatar), repository().add(avatar, UploadQuota.DEFAULT));
    assertEquals(Result.success(image), repository().add(image, UploadQuota.DEFAULT));
    assertEquals(Optional.of(avatar), repository().find(avatar.id()));
    assertEquals(Optional.of(image), repository().find(image.id()));
    assertEquals(Optional.empty(), repository().find(new MediaId("nothing")));
  }

  @Test
  default void takesAnIdentifierOnce() {
    Media first = avatar("a1", "d1");
    repository().add(first, UploadQuota.DEFAULT);
    assertThrows(
        IllegalStateException.class,
        () -> repository().add(sent("a1", "p1", "d1"), UploadQuota.DEFAULT));
    assertEquals(Optional.of(first), repository().find(first.id()));
  }

  @Test
  default void countsFilesOfADay() {
    UploadQuota two = new UploadQuota(2, Long.MAX_VALUE);
    Instant dayLater = UPLOADED.plus(Duration.ofHours(24));
    assertEquals(Result.success(avatar("a1", "d1")), repository().add(avatar("a1", "d1"), two));
    repository().add(avatar("a2", "d1"), two);
    assertEquals(
        Result.failure(new MediaRepository.QuotaReached()),
        repository().add(avatar("a3", "d1"), two));
    assertEquals(Optional.empty(), repository().find(new MediaId("a3")));
    assertEquals(Result.success(avatar("b1", "p1")), repository().add(avatar("b1", "p1"), two));
    assertEquals(
        Result.failure(new MediaRepository.QuotaReached()),
        upload("a4", "d1", 1, dayLater.minusMillis(1), two));
    assertEquals(
        Result.success(media("a5", "d1", Optional.empty(), 1, dayLater)),
        upload("a5", "d1", 1, dayLater, two));
  }

  @Test
  default void countsBytesOfADay() {
    UploadQuota thousand = new UploadQuota(100, 1000);
    upload("a1", "d1", 600, UPLOADED, thousand);
    assertEquals(
        Result.failure(new MediaRepository.QuotaReached()),
        upload("a2", "d1", 401, UPLOADED, thousand));
    assertEquals(
        Result.success(media("a3", "d1", Optional.empty(), 400, UPLOADED)),
        upload("a3", "d1", 400, UPLOADED, thousand));
    assertEquals(
        Result.failure(new MediaRepository.QuotaReached()),
        upload("a4", "d1", 1, UPLOADED, thousand));
  }

  @Test
  default void countsWhatWasRemovedUntilItIsForgotten() {
    UploadQuota one = new UploadQuota(1, Long.MAX_VALUE);
    upload("a1", "d1", 1, UPLOADED, one);
    repository().discard(new MediaId("a1"));
    repository().markRemoved(new MediaId("a1"));
    assertEquals(
        Result.failure(new MediaRepository.QuotaReached()), upload("a2", "d1", 1, UPLOADED, one));
    assertEquals(0, repository().forgetRemoved(UPLOADED));
    assertEquals(1, repository().forgetRemoved(UPLOADED.plusMillis(1)));
    assertEquals(Optional.empty(), repository().find(new MediaId("a1")));
    assertEquals(
        Result.success(media("a2", "d1", Optional.empty(), 1, UPLOADED)),
        upload("a2", "d1", 1, UPLOADED, one));
  }

  @Test
  default void holdsTheQuotaUnderContention() {
    repository();
    UploadQuota three = new UploadQuota(3, Long.MAX_VALUE);
    long kept =
        Race.of(8, i -> () -> upload("a" + i, "d1", 1, UPLOADED, three)).stream()
            .filter(result -> result instanceof Result.Success)
            .count();
    assertEquals(3, kept);
    assertEquals(3, repository().discardOf(new AccountId("d1")));
  }

  @Test
  default void discardsForwardOnly() {
    keep(stores(), avatarOf("d1", "a1"));
    repository().discard(new MediaId("nothing"));
    repository().markRemoved(new MediaId("nothing"));
    repository().markRemoved(new MediaId("a1"));
    assertEquals(MediaState.PENDING, stateOf("a1"));
    repository().discard(new MediaId("a1"));
    assertEquals(MediaState.DISCARDED, stateOf("a1"));
    repository().markRemoved(new MediaId("a1"));
    repository().discard(new MediaId("a1"));
    assertEquals(MediaState.REMOVED, stateOf("a1"));
  }

  private Media avatarOf(String owner, String id) {
    People.add(stores(), "d1", "p1");
    return avatar(id, owner);
  }

  @Test
  default void discardsAllOfAnOwner() {
    keep(stores(), avatarOf("d1", "a1"));
    keep(stores(), sent("i1", "d1", "p1"));
    keep(stores(), sent("i2", "p1", "d1"));
    assertEquals(2, repository().discardOf(new AccountId("d1")));
    assertEquals(0, repository().discardOf(new AccountId("d1")));
    assertEquals(MediaState.DISCARDED, stateOf("a1"));
    assertEquals(MediaState.DISCARDED, stateOf("i1"));
    assertEquals(MediaState.PENDING, stateOf("i2"));
  }

  @Test
  default void listsDiscardedAndAbandonedUploads() {
    repository();
    keep(stores(), media("c", "d1", Optional.empty(), 1, UPLOADED.plusMillis(2)));
    keep(stores(), media("b", "d1", Optional.empty(), 1, UPLOADED));
    keep(stores(), media("a", "d1", Optional.empty(), 1, UPLOADED));
    keep(stores(), media("old", "d1", Optional.empty(), 1, UPLOADED.minusMillis(1)));
    assertEquals(List.of("old"), ids(repository().discarded(UPLOADED, 9)));
    for (String id : List.of("a", "b", "c")) {
      repository().discard(new MediaId(id));
    }
    assertEquals(List.of("old", "a", "b"), ids(repository().discarded(UPLOADED, 3)));
    repository().markRemoved(new MediaId("old"));
    assertEquals(List.of("a", "b", "c"), ids(repository().discarded(UPLOADED, 3)));
    assertEquals(
        List.of(MediaState.DISCARDED),
        repository().discarded(UPLOADED, 9).stream().map(Media::state).distinct().toList());
  }

  @Test
  default void forgetsOnlyWhatIsRemoved() {
    keep(stores(), avatarOf("d1", "a1"));
    keep(stores(), avatar("a2", "d1"));
    repository().discard(new MediaId("a2"));
    assertEquals(0, repository().forgetRemoved(UPLOADED.plusSeconds(1)));
    assertEquals(MediaState.PENDING, stateOf("a1"));
    assertEquals(MediaState.DISCARDED, stateOf("a2"));
  }
}
