package io.healthconnect.application;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.appointment.ChangeAppointment;
import io.healthconnect.application.call.CallParty;
import io.healthconnect.application.call.ChangeCall;
import io.healthconnect.application.call.StartCall;
import io.healthconnect.application.message.MarkRead;
import io.healthconnect.application.message.SendFile;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.PlainDeviceMarkers;
import io.healthconnect.testkit.account.PlainPasswordHasher;
import io.healthconnect.testkit.account.PlainTimeCodes;
import io.healthconnect.testkit.account.PlainTokens;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.WordCleaner;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.notice.PlainUnsubscribeTokens;
import io.healthconnect.testkit.presence.InMemoryPresence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clock of a host may have any precision; what is stored has whole milliseconds. */
class HealthConnectTest {
  private static final Actor DOCTOR =
      new Actor(new AccountId("d1"), Role.DOCTOR, new SessionId("s1"));
  private static final Actor PATIENT =
      new Actor(new AccountId("p1"), Role.PATIENT, new SessionId("s2"));

  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryLiveCalls calls = new InMemoryLiveCalls(store);
  private final SettableClock clock = new SettableClock(BOOKED.plusNanos(987_654));
  private final HealthConnect health =
      HealthConnect.create(
          new Ports(
              new Ports.Stores(
                  store.accounts(),
                  store.administration(),
                  store.emails(),
                  store.preferences(),
                  store.calendarLinks(),
                  store.sessions(),
                  store.doctors(),
                  store.evidence(),
                  store.patients(),
                  store.appointments(),
                  store.holds(),
                  store.lateness(),
                  store.attendances(),
                  store.messages(),
                  store.media(),
                  store.audit(),
                  store.notices(),
                  store.outbox(),
                  store.accountMails(),
                  store.pushSubscriptions(),
                  store.pushOutbox(),
                  calls,
                  store.snapshots(calls)),
              new Ports.Images(new InMemoryImageStore(), new WordCleaner()),
              new Ports.Security(
                  new PlainPasswordHasher(),
                  (password, name, email) -> false,
                  new PlainTokens(),
                  new PlainDeviceMarkers(),
                  new PlainTimeCodes(),
                  new PlainUnsubscribeTokens()),
              new InMemoryPresence(store.feed()),
              new Ports.Environment(clock, new SequentialIds())),
          HealthConnect.Options.DEFAULT);

  HealthConnectTest() {
    People.add(store.stores(), "d1", "p1");
    value(
        store
            .appointments()
            .book(Appointments.pending("v", "d1", "p1", 0), Optional.empty(), UNLIMITED));
  }

  @Test
  void appointmentsChangeAtWholeMilliseconds() {
    ChangeAppointment.Command confirm =
        new ChangeAppointment.Command(
            DOCTOR,
            new AppointmentId("v"),
            Optional.empty(),
            new ChangeAppointment.Intent.Confirm());

    Appointment confirmed = value(health.appointments().change().changeAppointment(confirm));

    assertEquals(BOOKED, confirmed.history().last().at());
  }

  @Test
  void messagesAreSentAndReadAtWholeMilliseconds() {
    SendMessage.Command text =
        new SendMessage.Command(DOCTOR, PATIENT.id(), "Hello", Optional.empty());
    byte[] file = "jpeg photo".getBytes(StandardCharsets.UTF_8);
    SendFile.Command image =
        new SendFile.Command(DOCTOR, PATIENT.id(), "", file, Optional.empty(), Optional.empty());

    Message sent = value(health.messages().send().sendMessage(text));
    Message shown = value(health.messages().sendFile().sendFile(image));
    health.messages().markRead().markRead(new MarkRead.Command(PATIENT, DOCTOR.id(), shown.seq()));

    assertEquals(BOOKED, sent.createdAt());
    assertEquals(BOOKED, shown.createdAt());
    assertEquals(
        Optional.of(BOOKED),
        store.messages().findSent(DOCTOR.id(), sent.clientId()).orElseThrow().readAt());
  }

  @Test
  void callsBeginAndEndAtWholeMilliseconds() {
    Instant begin = clock.instant();
    DeviceId device = new DeviceId("device");
    StartCall.Command start =
        new StartCall.Command(
            DOCTOR.id(),
            device,
            PATIENT.id(),
            new SessionDescription("offer"),
            CallMedia.VIDEO,
            Optional.empty());
    value(health.calls().startCall().startCall(start));
    clock.advance(Duration.ofNanos(1_234_567));
    CallParty party = new CallParty(DOCTOR.id(), device, PATIENT.id(), Optional.empty());
    value(
        health
            .calls()
            .changeCall()
            .changeCall(new ChangeCall.Command(party, new ChangeCall.Intent.End())));

    CallRecord call =
        health.calls().listCalls().listCalls(DOCTOR, PageRequest.first(1)).items().get(0);
    assertEquals(987_654, begin.getNano() % 1_000_000);
    assertEquals(BOOKED, call.startedAt());
    assertEquals(Optional.of(BOOKED.plusMillis(2)), call.endedAt());
  }
}
