package io.healthconnect.application.media;

import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.ImagesUnavailableException;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaFile;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.WordCleaner;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The use cases of images over in-memory stores, with the patient {@code p1}. */
final class MediaWorld {
  static final Actor PAUL = new Actor(new AccountId("p1"), Role.PATIENT, new SessionId("s1"));

  final InMemoryStore store = new InMemoryStore();
  final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  final SometimesAway images = new SometimesAway();
  private final MediaPorts ports = new MediaPorts(store.media(), images, new WordCleaner());
  final ImageUploads uploads =
      new ImageUploads(ports, new UploadQuota(5, 1_000), new SequentialIds("m"), clock);
  final MediaUseCases useCases =
      MediaUseCases.create(
          ports, store.accounts(), uploads, new AuditTrail(store.audit(), clock), clock);

  MediaWorld() {
    Contacts.add(store.stores(), "d1", "p1");
  }

  static byte[] file(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Paul's new avatar. */
  MediaId avatar(String text) {
    return useCases
        .changeAvatar()
        .changeAvatar(new ChangeAvatar.Command(PAUL, file(text)))
        .fold(account -> account.avatar().orElseThrow(), refusal -> fail("refused: " + refusal));
  }

  /** An upload of Paul's that nothing shows yet. */
  Media upload(String text, Optional<AccountId> receiver) {
    return uploads
        .take(
            PAUL.id(),
            receiver.isEmpty() ? ImagePurpose.AVATAR : ImagePurpose.CHAT,
            receiver,
            file(text))
        .fold(media -> media, refusal -> fail("refused: " + refusal));
  }

  /** The content that the viewer receives; empty if the image does not exist for them. */
  Optional<String> fetch(Optional<Actor> viewer, MediaId id) {
    return useCases
        .fetch()
        .fetchImage(new FetchImage.Query(viewer, id))
        .flatMap(found -> found.delivery().get())
        .map(
            delivery ->
                delivery.fold(
                    sent -> new String(sent.bytes(), StandardCharsets.UTF_8),
                    elsewhere -> elsewhere.url().toString()));
  }

  boolean isKept(MediaId id) {
    return images.deliver(id, MediaType.PNG).isPresent();
  }

  /** An image store that can be unavailable. */
  static final class SometimesAway implements ImageStore {
    private final ImageStore images = new InMemoryImageStore();
    boolean away;

    private ImageStore reached() {
      if (away) {
        throw new ImagesUnavailableException(Duration.ofSeconds(1), new IOException("away"));
      }
      return images;
    }

    @Override
    public void put(MediaId id, MediaFile image) {
      reached().put(id, image);
    }

    @Override
    public Optional<Delivery> deliver(MediaId id, MediaType type) {
      return reached().deliver(id, type);
    }

    @Override
    public Optional<byte[]> read(MediaId id, MediaType type) {
      return reached().read(id, type);
    }

    @Override
    public boolean delete(MediaId id) {
      return reached().delete(id);
    }
  }
}
