package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.application.view.Views;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.message.Message;
import io.healthconnect.signaling.endpoint.ClientSocket;
import io.healthconnect.signaling.endpoint.CloseCode;
import io.healthconnect.signaling.endpoint.OutgoingEvent;
import io.healthconnect.signaling.endpoint.SocketRegistry;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what the stores tell to the sockets that it concerns. */
final class ChangeBroadcast implements ChangeFeed.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeBroadcast.class);

  private final ObjectMapper json = new ObjectMapper();
  private final SocketRegistry sockets;
  private final Views views;
  private final SignalShapes signals;
  private final PresenceNews presence;
  private final Executor serial;

  /**
   * @param serial runs one task after the other, in order: what must look up names first
   */
  ChangeBroadcast(
      SocketRegistry sockets,
      Views views,
      SignalShapes signals,
      PresenceNews presence,
      Executor serial) {
    this.sockets = sockets;
    this.views = views;
    this.signals = signals;
    this.presence = presence;
    this.serial = serial;
  }

  @Override
  public void changed(Change change) {
    try {
      handle(change);
    } catch (RuntimeException e) {
      // One change that cannot be told must not stop the store that tells it.
      LOG.error("A change of type {} was not told", change.getClass().getSimpleName(), e);
    }
  }

  private void handle(Change change) {
    if (change instanceof Change.CallSignalled signalled) {
      signal(signalled.signal());
    } else if (change instanceof Change.MessageSent sent) {
      message(sent.message());
    } else if (change instanceof Change.MessagesRead read) {
      messagesRead(read);
    } else if (change instanceof Change.AppointmentChanged changed) {
      serial.execute(() -> appointment(changed.appointment()));
    } else if (change instanceof Change.SessionsEnded ended) {
      sessionsEnded(ended);
    } else if (change instanceof Change.PresenceChanged changed) {
      presence.changed(changed.account(), changed.online());
    } else if (change instanceof Change.Typing typing) {
      typing(typing);
    } else if (change instanceof Change.Interrupted) {
      sockets.closeNow(CloseCode.START_ANEW);
    }
  }

  private void signal(Signal signal) {
    List<ClientSocket> devices = sockets.ofAccount(signal.to().value());
    if (devices.isEmpty()) {
      return;
    }
    OutgoingEvent event = signals.event(signal.event());
    for (ClientSocket socket : devices) {
      if (signal.devices().includes(new DeviceId(socket.id()))) {
        socket.emit(event);
      }
    }
  }

  private void message(Message message) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.set("message", json.valueToTree(Views.of(message)));
    toBoth(message.sender(), message.receiver(), OutgoingEvent.of("newMessage", payload));
  }

  private void messagesRead(Change.MessagesRead read) {
    ObjectNode payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("by", read.by().value())
            .put("with", read.other().value())
            .put("upTo", read.upTo());
    toBoth(read.by(), read.other(), OutgoingEvent.of("messages-read", payload));
  }

  private void typing(Change.Typing typing) {
    ObjectNode payload = JsonNodeFactory.instance.objectNode().put("from", typing.from().value());
    sockets.broadcast(typing.to().value(), OutgoingEvent.of("typing", payload));
  }

  private void appointment(Appointment visit) {
    appointmentTo(visit.doctorId().account(), visit);
    appointmentTo(visit.patientId().account(), visit);
  }

  private void appointmentTo(AccountId reader, Appointment visit) {
    if (sockets.ofAccount(reader.value()).isEmpty()) {
      return;
    }
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.set("appointment", json.valueToTree(views.of(visit.visibleTo(reader))));
    sockets.broadcast(reader.value(), OutgoingEvent.of("appointment-updated", payload));
  }

  private void sessionsEnded(Change.SessionsEnded ended) {
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

  private void toBoth(AccountId one, AccountId other, OutgoingEvent event) {
    sockets.broadcast(one.value(), event);
    sockets.broadcast(other.value(), event);
  }
}
