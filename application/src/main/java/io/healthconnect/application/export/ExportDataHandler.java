package io.healthconnect.application.export;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.export.Snapshot;
import io.healthconnect.domain.export.Snapshots;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.patient.PatientId;
import java.util.Optional;
import java.util.function.Consumer;

final class ExportDataHandler implements ExportData {
  private final Snapshots snapshots;
  private final AuditTrail trail;

  ExportDataHandler(Snapshots snapshots, AuditTrail trail) {
    this.snapshots = snapshots;
    this.trail = trail;
  }

  @Override
  public void exportData(Actor actor, Sink sink) {
    trail.write(trail.done(Optional.of(actor), AuditAction.DATA_EXPORTED, actor.id()));
    ForeignReads reads = new ForeignReads(trail, actor);
    snapshots.read(
        snapshot ->
            snapshot
                .accounts()
                .find(actor.id())
                .map(account -> export(snapshot, account, reads, sink)));
    reads.write();
  }

  private static Account export(Snapshot snapshot, Account account, ForeignReads reads, Sink sink) {
    sink.account(
        account,
        snapshot.preferences().find(account.id()),
        snapshot.calendarLinks().find(account.id()));
    switch (account.role()) {
      case DOCTOR -> {
        snapshot.doctors().find(new DoctorId(account.id())).ifPresent(sink::doctor);
        sink.evidence(evidence(snapshot, account));
      }
      case PATIENT ->
          snapshot.patients().find(new PatientId(account.id())).ifPresent(sink::patient);
      case ADMIN -> {}
    }
    snapshot.sessions().list(account.id()).forEach(sink::session);
    ExportedLists lists = new ExportedLists(snapshot, account, reads, sink);
    lists.appointments();
    lists.messages();
    lists.calls();
    lists.notices();
    lists.audit();
    snapshot.accounts().findAll(lists.people()).values().forEach(sink::person);
    Consumer<Media> image =
        each -> {
          reads.image(each);
          sink.image(each);
        };
    account.avatar().ifPresent(avatar -> image(snapshot, avatar, image));
    evidence(snapshot, account).documents().forEach(document -> image(snapshot, document, image));
    lists.files(each -> image(snapshot, each, image));
    return account;
  }

  private static Evidence evidence(Snapshot snapshot, Account account) {
    return snapshot.evidence().find(new DoctorId(account.id()));
  }

  private static void image(Snapshot snapshot, MediaId id, Consumer<Media> each) {
    snapshot.media().find(id).filter(media -> media.state() == MediaState.ATTACHED).ifPresent(each);
  }
}
