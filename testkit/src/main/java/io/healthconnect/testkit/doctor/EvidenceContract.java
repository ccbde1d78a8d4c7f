package io.healthconnect.testkit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.doctor.LicenceNumber;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.media.MediaFixtures;
import io.healthconnect.testkit.patient.Patients;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an {@link EvidenceRepository} promises. */
public interface EvidenceContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private DoctorId doctor(String id) {
    stores().doctors().add(Accounts.doctor(id), Accounts.HASH, Doctors.complete(id));
    return DoctorId.of(id);
  }

  private MediaId pending(String id, String owner) {
    return MediaFixtures.keep(stores(), MediaFixtures.document(id, owner)).id();
  }

  private MediaState state(MediaId id) {
    return stores().media().find(id).orElseThrow().state();
  }

  private Evidence add(DoctorId id, MediaId document) {
    return stores().evidence().change(id, evidence -> evidence.with(document));
  }

  @Test
  default void keepsALicenceNumberAndDocumentsInTheirOrder() {
    DoctorId dora = doctor("d1");
    DoctorId other = doctor("d2");
    assertEquals(Evidence.NONE, stores().evidence().find(dora));
    MediaId second = pending("m1", "d1");
    MediaId first = pending("m2", "d1");
    add(dora, first);
    Evidence stored =
        stores()
            .evidence()
            .change(
                dora,
                evidence ->
                    evidence
                        .with(second)
                        .withLicenceNumber(Optional.of(new LicenceNumber("MD-4711"))));
    assertEquals(
        new Evidence(Optional.of(new LicenceNumber("MD-4711")), List.of(first, second)), stored);
    assertEquals(stored, stores().evidence().find(dora));
    assertEquals(Evidence.NONE, stores().evidence().find(other));
    assertEquals(MediaState.ATTACHED, state(first));
    assertEquals(MediaState.ATTACHED, state(second));
  }

  @Test
  default void discardsADocumentInTheStepThatRemovesIt() {
    DoctorId dora = doctor("d1");
    MediaId former = pending("m1", "d1");
    MediaId kept = pending("m2", "d1");
    add(dora, former);
    add(dora, kept);
    Evidence left = stores().evidence().change(dora, evidence -> evidence.without(former));
    assertEquals(new Evidence(Optional.empty(), List.of(kept)), left);
    assertEquals(left, stores().evidence().find(dora));
    assertEquals(MediaState.DISCARDED, state(former));
    assertEquals(MediaState.ATTACHED, state(kept));
    assertEquals(
        Evidence.NONE, stores().evidence().change(dora, evidence -> evidence.without(kept)));
    assertEquals(Evidence.NONE, stores().evidence().find(dora));
  }

  @Test
  default void takesNothingButTheDoctorsOwnPendingDocuments() {
    DoctorId dora = doctor("d1");
    doctor("d2");
    MediaId own = pending("m1", "d1");
    Evidence before = add(dora, own);
    MediaId others = pending("m2", "d2");
    MediaId avatar = MediaFixtures.keep(stores(), MediaFixtures.avatar("m3", "d1")).id();
    MediaId former = pending("m4", "d1");
    stores().media().discard(former);
    for (MediaId wrong : List.of(others, avatar, former, new MediaId("none"))) {
      MediaId fresh = pending("with-" + wrong.value(), "d1");
      assertThrows(
          StaleVersionException.class,
          () -> stores().evidence().change(dora, evidence -> evidence.with(fresh).with(wrong)));
      assertEquals(MediaState.PENDING, state(fresh));
    }
    assertThrows(
        StaleVersionException.class,
        () ->
            stores()
                .accounts()
                .save(
                    stores()
                        .accounts()
                        .find(dora.account())
                        .orElseThrow()
                        .withAvatar(Optional.of(pending("m5", "d1")))));
    assertEquals(before, stores().evidence().find(dora));
  }

  @Test
  default void changesNothingWhenTheChangeIsRefused() {
    DoctorId dora = doctor("d1");
    for (int i = 0; i < Evidence.MAX_DOCUMENTS; i++) {
      add(dora, pending("m" + i, "d1"));
    }
    MediaId oneMore = pending("more", "d1");
    assertThrows(InvalidValueException.class, () -> add(dora, oneMore));
    assertEquals(Evidence.MAX_DOCUMENTS, stores().evidence().find(dora).documents().size());
    assertEquals(MediaState.PENDING, state(oneMore));
  }

  @Test
  default void isOfDoctorsAlone() {
    Account patient = Accounts.patient("p1");
    stores().patients().add(patient, Accounts.HASH, Patients.blank("p1"));
    for (String id : List.of("p1", "nobody")) {
      assertEquals(Evidence.NONE, stores().evidence().find(DoctorId.of(id)));
      assertThrows(
          StaleVersionException.class,
          () -> stores().evidence().change(DoctorId.of(id), evidence -> evidence));
    }
  }

  @Test
  default void losesNoneOfManyDocumentsAddedAtOnce() {
    DoctorId dora = doctor("d1");
    List<MediaId> added = IntStream.range(0, 8).mapToObj(i -> pending("m" + i, "d1")).toList();
    Race.of(8, i -> () -> add(dora, added.get(i)));
    assertEquals(new HashSet<>(added), new HashSet<>(stores().evidence().find(dora).documents()));
  }

  @Test
  default void goesWithTheAccount() {
    DoctorId dora = doctor("d1");
    MediaId document = pending("m1", "d1");
    add(dora, document);
    stores()
        .administration()
        .erase(
            new Erasure(
                dora.account(),
                Optional.empty(),
                AuditEvent.of(AuditAction.ACCOUNT_ERASED, Accounts.CREATED).about(dora.account())));
    assertEquals(Evidence.NONE, stores().evidence().find(dora));
    assertEquals(MediaState.DISCARDED, state(document));
    MediaId late = pending("m2", "d1");
    assertThrows(StaleVersionException.class, () -> add(dora, late));
  }
}
