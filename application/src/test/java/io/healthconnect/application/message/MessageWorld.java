package io.healthconnect.application.message;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;

import io.healthconnect.application.Actor;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.application.media.ImageUploads;
import io.healthconnect.application.media.MediaPorts;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.DocumentName;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.WordCleaner;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.presence.InMemoryPresence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Chat in memory: a doctor, a patient who has an appointment, and one who has none. */
final class MessageWorld {
  static final Actor DOCTOR = new Actor(new AccountId("d1"), Role.DOCTOR, new SessionId("s1"));
  static final Actor PATIENT = new Actor(new AccountId("p1"), Role.PATIENT, new SessionId("s2"));
  static final Actor STRANGER = new Actor(new AccountId("p2"), Role.PATIENT, new SessionId("s3"));

  final InMemoryStore store = new InMemoryStore();
  final SettableClock clock = new SettableClock(BOOKED);
  final InMemoryPresence presence = new InMemoryPresence(store.feed());
  final InMemoryImageStore images = new InMemoryImageStore();
  final MessageUseCases use;

  MessageWorld() {
    People.add(store.stores(), "d1", "p1");
    People.addPatient(store.stores(), "p2");
    book();
    SequentialIds ids = new SequentialIds();
    MediaPorts ports = new MediaPorts(store.media(), images, new WordCleaner());
    use =
        MessageUseCases.create(
            store.messages(),
            presence,
            store.accounts(),
            new ContactPolicy(store.accounts(), store.appointments(), store.doctors()),
            new ImageUploads(ports, new UploadQuota(3, 1_000), ids, clock),
            ids,
            clock);
  }

  private void book() {
    Appointment pending = Appointments.pending("v", "d1", "p1", 0);
    value(store.appointments().book(pending, Optional.empty(), UNLIMITED));
  }

  /** Cancels the one appointment that the doctor and the patient share. */
  void endContact() {
    Appointment appointment = store.appointments().find(new AppointmentId("v")).orElseThrow();
    store.appointments().save(value(appointment.cancel(PATIENT.id(), "well", BOOKED)));
  }

  Result<Message, SendMessage.Refusal> send(Actor from, Actor to, String text, String... clientId) {
    return use.send().sendMessage(new SendMessage.Command(from, to.id(), text, clientId(clientId)));
  }

  Result<Message, SendFile.Refusal> sendImage(
      Actor from, Actor to, String text, String file, String... clientId) {
    return use.sendFile()
        .sendFile(
            new SendFile.Command(
                from,
                to.id(),
                text,
                file.getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                clientId(clientId)));
  }

  Result<Message, SendFile.Refusal> sendDocument(
      Actor from, Actor to, String name, String file, String... clientId) {
    return use.sendFile()
        .sendFile(
            new SendFile.Command(
                from,
                to.id(),
                "",
                file.getBytes(StandardCharsets.UTF_8),
                Optional.of(new DocumentName(name)),
                clientId(clientId)));
  }

  /** The doctor and the patient have a device each, and need no notices of messages. */
  void arrive() {
    presence.arrive(DOCTOR.id(), new DeviceId("desk"));
    presence.arrive(PATIENT.id(), new DeviceId("phone"));
  }

  /** The senders of whose messages notices tell. */
  List<AccountId> messageNotices(Actor actor) {
    return store.notices().list(actor.id(), PageRequest.first(10)).items().stream()
        .filter(notice -> notice.kind() == NoticeKind.NEW_MESSAGE)
        .flatMap(notice -> notice.from().stream())
        .toList();
  }

  private static Optional<ClientId> clientId(String... given) {
    return given.length == 0 ? Optional.empty() : Optional.of(new ClientId(given[0]));
  }

  /** What is stored of the conversation of the doctor and the patient. */
  List<Message> stored() {
    return store.messages().after(Conversation.between(DOCTOR.id(), PATIENT.id()), 0, 100);
  }

  boolean isKept(MediaId id) {
    return images.deliver(id, store.media().find(id).orElseThrow().type()).isPresent();
  }
}
