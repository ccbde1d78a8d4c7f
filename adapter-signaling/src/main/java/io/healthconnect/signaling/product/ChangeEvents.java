package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.edge.view.AppointmentResponses;
import io.healthconnect.edge.view.MessageResponse;
import io.healthconnect.edge.view.NoticeResponse;
import io.healthconnect.signaling.sending.OutgoingEvent;
import java.util.Optional;

/** Encodes changes as the events that devices get. */
final class ChangeEvents {
  private final ObjectMapper json = new ObjectMapper();
  private final AppointmentResponses appointments;

  ChangeEvents(AppointmentResponses appointments) {
    this.appointments = appointments;
  }

  OutgoingEvent message(Message message) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.set("message", json.valueToTree(MessageResponse.of(message)));
    return OutgoingEvent.of("newMessage", payload);
  }

  OutgoingEvent notice(Notice notice) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.set("notice", json.valueToTree(NoticeResponse.of(notice)));
    return OutgoingEvent.of("notice", payload);
  }

  OutgoingEvent messagesRead(Change.MessagesRead read) {
    return OutgoingEvent.of(
        "messages-read",
        JsonNodeFactory.instance
            .objectNode()
            .put("by", read.by().value())
            .put("with", read.other().value())
            .put("upTo", read.upTo()));
  }

  OutgoingEvent runningLate(Change.DoctorLate late) {
    return OutgoingEvent.of(
        "running-late",
        JsonNodeFactory.instance
            .objectNode()
            .put("doctorId", late.doctor().value())
            .put("minutes", late.minutes()));
  }

  OutgoingEvent waitingUpdated(Change.WaitingChanged waiting) {
    return WaitingEvents.updated(waiting.appointment(), waiting.since(), waiting.present());
  }

  OutgoingEvent admitted(Change.PatientAdmitted admitted) {
    return OutgoingEvent.of(
        "admitted",
        JsonNodeFactory.instance.objectNode().put("appointmentId", admitted.appointment().value()));
  }

  OutgoingEvent typing(Change.Typing typing) {
    return OutgoingEvent.of(
        "typing", JsonNodeFactory.instance.objectNode().put("from", typing.from().value()));
  }

  /** Reads the store. Whoever may read notes of somebody else asks for them. */
  OutgoingEvent appointment(AccountId reader, Appointment appointment) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.set("appointment", json.valueToTree(appointments.of(appointment.announcedTo(reader))));
    return OutgoingEvent.of("appointment-updated", payload);
  }

  /**
   * The event that a device of the account has missed, if the change concerns it. May read the
   * store.
   */
  Optional<OutgoingEvent> missed(Change change, AccountId account, DeviceId device) {
    return change.fold(new Missed(account, device));
  }

  /** What is told to a device that comes back; the rest it loads or is told anew. */
  private final class Missed implements Change.Cases<Optional<OutgoingEvent>> {
    private final AccountId account;
    private final DeviceId device;

    private Missed(AccountId account, DeviceId device) {
      this.account = account;
      this.device = device;
    }

    @Override
    public Optional<OutgoingEvent> messageSent(Change.MessageSent change) {
      return Optional.of(message(change.message()));
    }

    @Override
    public Optional<OutgoingEvent> messagesRead(Change.MessagesRead change) {
      return Optional.of(ChangeEvents.this.messagesRead(change));
    }

    @Override
    public Optional<OutgoingEvent> appointmentChanged(Change.AppointmentChanged change) {
      return Optional.of(appointment(account, change.appointment()));
    }

    @Override
    public Optional<OutgoingEvent> noticeStored(Change.NoticeStored change) {
      return Optional.of(notice(change.notice()));
    }

    @Override
    public Optional<OutgoingEvent> doctorChanged(Change.DoctorChanged change) {
      return Optional.empty();
    }

    @Override
    public Optional<OutgoingEvent> doctorLate(Change.DoctorLate change) {
      return Optional.of(runningLate(change));
    }

    @Override
    public Optional<OutgoingEvent> waitingChanged(Change.WaitingChanged change) {
      return Optional.of(waitingUpdated(change));
    }

    @Override
    public Optional<OutgoingEvent> patientAdmitted(Change.PatientAdmitted change) {
      return change.device().equals(device) ? Optional.of(admitted(change)) : Optional.empty();
    }

    @Override
    public Optional<OutgoingEvent> sessionsEnded(Change.SessionsEnded change) {
      return Optional.empty();
    }

    @Override
    public Optional<OutgoingEvent> callSignalled(Change.CallSignalled change) {
      return change.signal().devices().includes(device)
          ? Optional.of(SignalEvents.event(change.signal().event()))
          : Optional.empty();
    }

    @Override
    public Optional<OutgoingEvent> presenceChanged(Change.PresenceChanged change) {
      return Optional.empty();
    }

    @Override
    public Optional<OutgoingEvent> typing(Change.Typing change) {
      return Optional.empty();
    }

    @Override
    public Optional<OutgoingEvent> deviceLeft(Change.DeviceLeft change) {
      return Optional.empty();
    }

    @Override
    public Optional<OutgoingEvent> deviceMoved(Change.DeviceMoved change) {
      return Optional.empty();
    }

    @Override
    public Optional<OutgoingEvent> interrupted(Change.Interrupted change) {
      return Optional.empty();
    }
  }
}
