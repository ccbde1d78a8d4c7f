package io.healthconnect.application.export;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.patient.PatientId;
import java.util.Optional;

final class ExportDataHandler implements ExportData {
  private final ExportUseCases.Ports ports;
  private final AuditTrail trail;

  ExportDataHandler(ExportUseCases.Ports ports, AuditTrail trail) {
    this.ports = ports;
    this.trail = trail;
  }

  @Override
  public void exportData(Actor actor, Sink sink) {
    trail.write(trail.done(Optional.of(actor), AuditAction.DATA_EXPORTED, actor.id()));
    ports
        .snapshots()
        .read(() -> ports.accounts().find(actor.id()).map(account -> export(account, sink)));
  }

  private Account export(Account account, Sink sink) {
    sink.account(account);
    switch (account.role()) {
      case DOCTOR -> ports.doctors().find(new DoctorId(account.id())).ifPresent(sink::doctor);
      case PATIENT -> ports.patients().find(new PatientId(account.id())).ifPresent(sink::patient);
      case ADMIN -> {}
    }
    ports.sessions().list(account.id()).forEach(sink::session);
    ExportedLists lists = new ExportedLists(ports, account, sink);
    lists.appointments();
    lists.messages();
    lists.calls();
    lists.audit();
    ports.accounts().findAll(lists.people()).values().forEach(sink::person);
    account.avatar().ifPresent(avatar -> image(avatar, sink));
    lists.images(image -> image(image, sink));
    return account;
  }

  private void image(MediaId id, Sink sink) {
    ports
        .media()
        .find(id)
        .filter(media -> media.state() == MediaState.ATTACHED)
        .ifPresent(sink::image);
  }
}
