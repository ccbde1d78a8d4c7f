package io.healthconnect.application.audit;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.media.Media;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes down who reads whose data, before it is shown, and who logs in. When an entry cannot be
 * written, the exception keeps the data from being shown.
 */
public final class AuditTrail {
  private final AuditLog log;
  private final Clock clock;

  public AuditTrail(AuditLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** The actor is about to see the records of these patients. */
  public void readRecords(Actor actor, Collection<AccountId> patients) {
    log.append(
        patients.stream()
            .filter(patient -> !patient.equals(actor.id()))
            .map(patient -> event(actor, AuditAction.RECORD_READ).about(patient))
            .toList());
  }

  /** The appointment as the actor may see it. */
  public Appointment shown(Actor actor, Appointment appointment) {
    Appointment visible = appointment.visibleTo(actor.id());
    log.append(notesRead(actor, visible).stream().toList());
    return visible;
  }

  /** The appointments as the actor may see them. */
  public Page<Appointment> shown(Actor actor, Page<Appointment> appointments) {
    Page<Appointment> visible = appointments.map(each -> each.visibleTo(actor.id()));
    log.append(visible.items().stream().flatMap(each -> notesRead(actor, each).stream()).toList());
    return visible;
  }

  /** To be written before the actor sees the appointment; its notes belong to the patient. */
  public Optional<AuditEvent> notesRead(Actor actor, Appointment visible) {
    AccountId owner = visible.patientId().account();
    return !owner.equals(actor.id()) && visible.notes().current().isPresent()
        ? Optional.of(event(actor, AuditAction.NOTES_READ).about(owner).on(visible.id().value()))
        : Optional.empty();
  }

  /** The viewer is about to see the image. */
  public void readImage(Optional<Actor> viewer, Media media) {
    log.append(viewer.flatMap(actor -> imageRead(actor, media)).stream().toList());
  }

  /** To be written before the actor sees the image; avatars are for everybody. */
  public Optional<AuditEvent> imageRead(Actor actor, Media media) {
    return media.isAvatar() || actor.id().equals(media.owner())
        ? Optional.empty()
        : Optional.of(
            event(actor, AuditAction.IMAGE_READ).about(media.owner()).on(media.id().value()));
  }

  /** An admin is about to see what a doctor has shown in order to be approved. */
  public void readDocument(Actor admin, Media document) {
    log.append(
        List.of(
            event(admin, AuditAction.DOCUMENT_READ)
                .about(document.owner())
                .on(document.id().value())));
  }

  /**
   * @param how what else the person did to log in, if that is an entry of its own
   */
  public void loggedIn(Session session, Optional<AuditAction> how) {
    log.append(
        Stream.concat(how.stream(), Stream.of(AuditAction.SIGNED_IN))
            .map(
                action ->
                    AuditEvent.of(action, clock.instant())
                        .by(session.accountId(), session.id())
                        .about(session.accountId()))
            .toList());
  }

  /**
   * Somebody unknown did not get in.
   *
   * @param how what was wrong
   * @param account whose e-mail address it was; empty if nobody's
   */
  public void logInRefused(AuditAction how, Optional<AccountId> account) {
    AuditEvent refused = AuditEvent.of(how, clock.instant());
    log.append(List.of(account.map(refused::about).orElse(refused)));
  }

  /** Whoever runs the server, or an admin, does something to an account. */
  public AuditEvent done(Optional<Actor> by, AuditAction action, AccountId subject) {
    return by.map(actor -> event(actor, action))
        .orElseGet(() -> AuditEvent.of(action, clock.instant()))
        .about(subject);
  }

  /** Writes down what {@link #done} made. */
  public void write(AuditEvent event) {
    write(List.of(event));
  }

  public void write(List<AuditEvent> events) {
    log.append(events);
  }

  /** An admin is about to look. */
  public void looked(Actor admin, AuditAction action, Optional<AccountId> subject) {
    AuditEvent look = event(admin, action);
    log.append(List.of(subject.map(look::about).orElse(look)));
  }

  private AuditEvent event(Actor actor, AuditAction action) {
    return AuditEvent.of(action, clock.instant()).by(actor.id(), actor.sessionId());
  }
}
