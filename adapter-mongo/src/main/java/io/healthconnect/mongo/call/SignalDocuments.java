package io.healthconnect.mongo.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallerCard;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.db.DocumentFields;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps signals and their events to parts of their call's document. They omit the call's id. */
final class SignalDocuments {
  private SignalDocuments() {}

  static Document write(Signal signal) {
    Document document = new Document("to", signal.to().value());
    return signal
        .devices()
        .fold(
            all -> document,
            only -> document.append("only", only.device().value()),
            allBut -> document.append("allBut", allBut.device().value()))
        .append("event", writeEvent(signal.event()));
  }

  /** Empty for a kind that this release does not know. */
  static Optional<Signal> read(CallId call, Document document) {
    String only = document.getString("only");
    String allBut = document.getString("allBut");
    Signal.Devices devices =
        only != null
            ? new Signal.Only(new DeviceId(only))
            : allBut != null ? new Signal.AllBut(new DeviceId(allBut)) : new Signal.All();
    AccountId to = new AccountId(document.getString("to"));
    return readEvent(call, document.get("event", Document.class))
        .map(event -> new Signal(to, devices, event));
  }

  static Document writeEvent(Signal.Event event) {
    return event.fold(new EventWriter(new Document("from", event.from().value())));
  }

  /** Adds the members of an event to a document. */
  private record EventWriter(Document document) implements Signal.Cases<Document> {
    @Override
    public Document callMade(Signal.CallMade event) {
      return document
          .append("kind", "made")
          .append("card", writeCard(event.caller()))
          .append("description", event.offer().json())
          .append("media", event.media().code())
          .append("appointmentId", event.appointment().map(AppointmentId::value).orElse(null));
    }

    @Override
    public Document callAnswered(Signal.CallAnswered event) {
      return document.append("kind", "answered").append("description", event.answer().json());
    }

    @Override
    public Document candidateSent(Signal.CandidateSent event) {
      return document.append("kind", "candidate").append("candidate", event.candidate().json());
    }

    @Override
    public Document descriptionSent(Signal.DescriptionSent event) {
      return document
          .append("kind", "description")
          .append("description", event.description().json());
    }

    @Override
    public Document callRejected(Signal.CallRejected event) {
      return document.append("kind", "rejected").append("reason", event.reason().code());
    }

    @Override
    public Document callEnded(Signal.CallEnded event) {
      return document.append("kind", "ended").append("reason", event.reason().code());
    }

    @Override
    public Document answeredElsewhere(Signal.AnsweredElsewhere event) {
      return document.append("kind", "elsewhere");
    }
  }

  /** Empty for a kind that this release does not know. */
  static Optional<Signal.Event> readEvent(CallId call, Document document) {
    AccountId from = new AccountId(document.getString("from"));
    String kind = document.getString("kind");
    return Optional.ofNullable(
        switch (kind) {
          case "made" ->
              new Signal.CallMade(
                  call,
                  from,
                  readCard(document.get("card", Document.class)),
                  description(document),
                  CallMedia.parse(document.getString("media")),
                  Optional.ofNullable(document.getString("appointmentId")).map(AppointmentId::new));
          case "answered" -> new Signal.CallAnswered(call, from, description(document));
          case "candidate" ->
              new Signal.CandidateSent(call, from, new Candidate(document.getString("candidate")));
          case "description" -> new Signal.DescriptionSent(call, from, description(document));
          case "rejected" -> new Signal.CallRejected(call, from, reason(document));
          case "ended" -> new Signal.CallEnded(call, from, reason(document));
          case "elsewhere" -> new Signal.AnsweredElsewhere(call, from);
          default -> null;
        });
  }

  static Document writeCard(CallerCard card) {
    Document document =
        new Document("name", card.name().value()).append("role", card.role().code());
    card.avatar().ifPresent(avatar -> document.append("avatar", avatar.value()));
    return document;
  }

  /** Reads a caller card. A call that was started by a node of an earlier version has none. */
  static CallerCard readCard(@Nullable Document card) {
    return card == null
        ? new CallerCard(new PersonName("Unknown caller"), Optional.empty(), Role.PATIENT)
        : new CallerCard(
            PersonName.restore(DocumentFields.text(card, "name")),
            DocumentFields.optionalText(card, "avatar").map(MediaId::new),
            Role.parse(DocumentFields.text(card, "role")));
  }

  private static SessionDescription description(Document document) {
    return new SessionDescription(document.getString("description"));
  }

  private static EndReason reason(Document document) {
    return EndReason.parse(document.getString("reason"));
  }
}
