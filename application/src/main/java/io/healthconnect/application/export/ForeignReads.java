package io.healthconnect.application.export;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.media.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what an export holds of others, some entries at a time. */
final class ForeignReads {
  private static final int BATCH = 200;

  private final AuditTrail trail;
  private final Actor actor;
  private final List<AuditEvent> waiting = new ArrayList<>();

  ForeignReads(AuditTrail trail, Actor actor) {
    this.trail = trail;
    this.actor = actor;
  }

  void notes(Appointment visible) {
    add(trail.notesRead(actor, visible));
  }

  void image(Media image) {
    add(trail.imageRead(actor, image));
  }

  private void add(Optional<AuditEvent> read) {
    read.ifPresent(waiting::add);
    if (waiting.size() >= BATCH) {
      write();
    }
  }

  /** Writes what waits; without it the last entries are missing. */
  void write() {
    trail.write(List.copyOf(waiting));
    waiting.clear();
  }
}
