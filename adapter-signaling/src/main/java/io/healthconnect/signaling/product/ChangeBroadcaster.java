package io.healthconnect.signaling.product;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.sending.Stamp;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.signaling.session.SocketRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends changes from the stores to the sockets they concern. */
final class ChangeBroadcaster implements ChangeFeed.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeBroadcaster.class);

  /** Sockets are told nothing of it. */
  private static final Runnable NOTHING = () -> {};

  private final SocketRegistry sockets;
  private final AccountEvents accounts;
  private final ChangeEvents events;
  private final PresenceNotifier presence;
  private final ChangeQueue changes;
  private final DeviceChanges devices;
  private final Actions actions = new Actions();

  ChangeBroadcaster(
      SocketRegistry sockets,
      AccountEvents accounts,
      ChangeEvents events,
      PresenceNotifier presence,
      ChangeQueue changes,
      DeviceChanges devices) {
    this.sockets = sockets;
    this.accounts = accounts;
    this.events = events;
    this.presence = presence;
    this.changes = changes;
    this.devices = devices;
  }

  @Override
  public void changed(Change change) {
    try {
      change.fold(actions).run();
    } catch (RuntimeException e) {
      // A change that cannot be sent must not stop the feed.
      LOG.error("A change of type {} was not sent", change.getClass().getSimpleName(), e);
    }
  }

  /** What there is to do for each kind of change. */
  private final class Actions implements Change.Cases<Runnable> {
    @Override
    public Runnable messageSent(Change.MessageSent change) {
      return () ->
          toBoth(
              change.message().sender(),
              change.message().receiver(),
              change,
              () -> events.message(change.message()));
    }

    @Override
    public Runnable messagesRead(Change.MessagesRead change) {
      return () -> toBoth(change.by(), change.other(), change, () -> events.messagesRead(change));
    }

    @Override
    public Runnable appointmentChanged(Change.AppointmentChanged change) {
      return () -> appointment(change);
    }

    @Override
    public Runnable noticeStored(Change.NoticeStored change) {
      return change.notice().kind().isEvent()
          ? () -> accounts.send(change.notice().to(), change, () -> events.notice(change.notice()))
          : NOTHING;
    }

    @Override
    public Runnable doctorChanged(Change.DoctorChanged change) {
      return NOTHING;
    }

    @Override
    public Runnable doctorLate(Change.DoctorLate change) {
      return () -> late(change);
    }

    @Override
    public Runnable waitingChanged(Change.WaitingChanged change) {
      return () -> waiting(change);
    }

    @Override
    public Runnable patientAdmitted(Change.PatientAdmitted change) {
      return () ->
          accounts.send(change.patient(), change.device(), change, () -> events.admitted(change));
    }

    @Override
    public Runnable sessionsEnded(Change.SessionsEnded change) {
      return () -> endSessions(change);
    }

    @Override
    public Runnable callSignalled(Change.CallSignalled change) {
      return () -> accounts.send(change);
    }

    @Override
    public Runnable presenceChanged(Change.PresenceChanged change) {
      return () -> presence.changed(change.account(), change.online());
    }

    @Override
    public Runnable typing(Change.Typing change) {
      return () -> sockets.broadcastVolatile(change.to().value(), events.typing(change));
    }

    @Override
    public Runnable deviceLeft(Change.DeviceLeft change) {
      return () -> devices.left(change);
    }

    @Override
    public Runnable deviceMoved(Change.DeviceMoved change) {
      return () -> devices.moved(change);
    }

    @Override
    public Runnable interrupted(Change.Interrupted change) {
      return ChangeBroadcaster.this::startAnew;
    }
  }

  private void startAnew() {
    accounts.clear();
    sockets.closeNow(CloseCode.RESYNC);
  }

  private void appointment(Change.AppointmentChanged change) {
    presence.appointmentChanged(change.appointment());
    AccountId doctor = change.appointment().doctorId().account();
    AccountId patient = change.appointment().patientId().account();
    accounts.sendLater(
        List.of(doctor, patient),
        change,
        stamp -> changes.add(() -> lookUp(doctor, patient, change.appointment(), stamp)));
  }

  /** Looks up everything before anything is sent, because a failed look-up is repeated. */
  private void lookUp(AccountId doctor, AccountId patient, Appointment appointment, Stamp stamp) {
    Optional<OutgoingEvent> forDoctor = appointmentFor(doctor, appointment);
    Optional<OutgoingEvent> forPatient = appointmentFor(patient, appointment);
    forDoctor.ifPresent(event -> sockets.broadcast(doctor.value(), stamp, event));
    forPatient.ifPresent(event -> sockets.broadcast(patient.value(), stamp, event));
  }

  /** Empty if the reader has no socket here. */
  private Optional<OutgoingEvent> appointmentFor(AccountId reader, Appointment appointment) {
    return sockets.ofAccount(reader.value()).isEmpty()
        ? Optional.empty()
        : Optional.of(events.appointment(reader, appointment));
  }

  private void endSessions(Change.SessionsEnded ended) {
    if (ended.only().isPresent()) {
      sockets.closeSessions(List.of(ended.only().get().value()));
      return;
    }
    for (ClientSocket socket : sockets.ofAccount(ended.account().value())) {
      boolean kept = ended.keep().filter(id -> id.value().equals(socket.sessionId())).isPresent();
      if (!kept) {
        socket.close(CloseCode.SESSION_ENDED);
      }
    }
  }

  /** In order with what doctors are told when they connect, so that nothing older comes later. */
  private void waiting(Change.WaitingChanged change) {
    accounts.sendLater(
        List.of(change.doctor(), change.patient()),
        change,
        stamp ->
            changes.add(
                () -> {
                  OnceEncoded event = new OnceEncoded(() -> events.waitingUpdated(change));
                  broadcast(change.doctor(), stamp, event);
                  broadcast(change.patient(), stamp, event);
                }));
  }

  /** Encodes nothing for somebody who has no socket here. */
  private void broadcast(AccountId account, Stamp stamp, OnceEncoded event) {
    if (!sockets.ofAccount(account.value()).isEmpty()) {
      sockets.broadcast(account.value(), stamp, event.get());
    }
  }

  private void late(Change.DoctorLate change) {
    OnceEncoded event = new OnceEncoded(() -> events.runningLate(change));
    accounts.send(change.doctor().account(), change, event);
    change.patients().forEach(patient -> accounts.send(patient, change, event));
  }

  private void toBoth(
      AccountId one, AccountId other, Change change, Supplier<OutgoingEvent> event) {
    OnceEncoded encoded = new OnceEncoded(event);
    accounts.send(one, change, encoded);
    accounts.send(other, change, encoded);
  }

  /** An event that is encoded when the first socket needs it. */
  private static final class OnceEncoded implements Supplier<OutgoingEvent> {
    private final Supplier<OutgoingEvent> encoding;
    private @Nullable OutgoingEvent event;

    private OnceEncoded(Supplier<OutgoingEvent> encoding) {
      this.encoding = encoding;
    }

    @Override
    public OutgoingEvent get() {
      OutgoingEvent made = event == null ? encoding.get() : event;
      event = made;
      return made;
    }
  }
}
