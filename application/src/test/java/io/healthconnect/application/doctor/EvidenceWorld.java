package io.healthconnect.application.doctor;

import io.healthconnect.application.Actor;
import io.healthconnect.application.media.ImageUploads;
import io.healthconnect.application.media.MediaPorts;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.WordCleaner;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.nio.charset.StandardCharsets;

/** What doctors show admins, over in-memory stores, with a doctor and a patient. */
final class EvidenceWorld {
  static final Actor DORA = new Actor(new AccountId("d1"), Role.DOCTOR, new SessionId("s1"));
  static final Actor PAUL = new Actor(new AccountId("p1"), Role.PATIENT, new SessionId("s2"));

  final InMemoryStore store = new InMemoryStore();
  final InMemoryImageStore images = new InMemoryImageStore();
  final EvidenceUseCases useCases =
      EvidenceUseCases.create(
          store.evidence(),
          new ImageUploads(
              new MediaPorts(store.media(), images, new WordCleaner()),
              new UploadQuota(11, 1_000),
              new SequentialIds("m"),
              SettableClock.at("2026-03-02T07:00:00Z")));

  EvidenceWorld() {
    People.add(store.stores(), "d1", "p1");
  }

  static byte[] file(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
