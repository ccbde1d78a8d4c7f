package io.healthconnect.rest.rig;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.rest.RestSettings;
import io.healthconnect.testkit.access.AccessPolicy.Actor;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.account.PlainTokens;
import io.healthconnect.testkit.doctor.Doctors;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The people of docs/access.md on a public server of their own. */
public final class PolicyScene implements AutoCloseable {
  private static final RestSettings PUBLIC =
      new RestSettings.Builder()
          .vapidKey(Optional.of("vapid-key"))
          .publicUrl(Optional.of(URI.create("http://clinic.example")))
          .build();
  private static final String ALL_DAY = "'windows':[{'startTime':'00:00','endTime':'23:30'}]}";
  private static final String WEEK =
      ("{'schedule':[{'day':'tuesday',%s,{'day':'wednesday',%s,{'day':'thursday',%s]}")
          .formatted(ALL_DAY, ALL_DAY, ALL_DAY)
          .replace('\'', '"');

  /** Somebody who is such an actor in some way. */
  public record Person(Actor actor, String way, Client client) {
    @Override
    public String toString() {
      return way.isEmpty() ? actor.toString() : actor + " (" + way + ")";
    }
  }

  public final TestServer server = new TestServer(PUBLIC);
  public final Client doctor = doctor("dora");
  public final Client patient = patient("paul");
  public final Client stranger = patient("pia");
  public final Client hiddenDoctor = waiting("wanda");
  public final Client disabledDoctor = disabled(doctor("dirk"));
  public final Client formerDoctor = erased(doctor("frida"));
  private final Client fred = patient("fred");
  public final String formerCalendarLink = calendarLink(fred);
  public final Client formerPatient = erased(fred);
  private final List<Person> people = new ArrayList<>();

  public PolicyScene() {
    // So that no other admin is the last one.
    server.admin("anna");
    nobody();
    book(doctor, patient, "2026-03-05", "12:00");
    Client contact = patient("petra");
    book(doctor, contact, "2026-03-05", "10:00");
    Client otherDoctor = doctor("otto");
    book(otherDoctor, patient, "2026-03-05", "11:00");
    add(Actor.PATIENT, "", patient);
    add(Actor.PATIENT_WITH_CONTACT, "", contact);
    add(Actor.PATIENT_WITHOUT_CONTACT, "", stranger);
    add(Actor.DOCTOR, "", doctor);
    add(Actor.DOCTOR_WITH_CONTACT, "", otherDoctor);
    add(Actor.DOCTOR_WITHOUT_CONTACT, "", doctor("olga"));
    add(Actor.HIDDEN_DOCTOR, "waiting", hiddenDoctor);
    Client rejected = doctor("rolf");
    server.decide(rejected, Decision.REJECT);
    add(Actor.HIDDEN_DOCTOR, "rejected", rejected);
    add(Actor.ADMIN_WITHOUT_FACTOR, "", server.admin("alma"));
    add(Actor.ADMIN, "", server.turnOnSecondFactor(server.admin("ada")));
  }

  private void nobody() {
    add(Actor.NOBODY, "no session", server.client());
    add(Actor.NOBODY, "no token", server.client().withToken("rubbish"));
    add(Actor.NOBODY, "forged", server.client().withToken("t.x.patient.y"));
    add(Actor.NOBODY, "expired", withSession(patient, "expired", Duration.ZERO));
    Client revoked = withSession(patient, "revoked", Duration.ofDays(1));
    revoked.post("/api/auth/logout", null).expect(204);
    add(Actor.NOBODY, "revoked", revoked);
    add(Actor.NOBODY, "disabled patient", disabled(patient("pam")));
    add(Actor.NOBODY, "disabled doctor", disabledDoctor);
    add(Actor.NOBODY, "disabled admin", disabled(server.admin("axel")));
    add(Actor.NOBODY, "erased patient", formerPatient);
    add(Actor.NOBODY, "erased doctor", formerDoctor);
  }

  private void add(Actor actor, String way, Client client) {
    people.add(new Person(actor, way, client));
  }

  /** Everybody, those who can change most last. */
  public List<Person> people() {
    return people;
  }

  private Client patient(String name) {
    pass();
    return server.patient(name);
  }

  /** A doctor with free times around the clock, from Tuesday to Thursday. */
  private Client doctor(String name) {
    pass();
    Client created = server.doctor(name);
    created.put("/api/doctors/me/schedule", WEEK).expect(200);
    return created;
  }

  /** A doctor about whom no admin has decided. */
  private Client waiting(String name) {
    PasswordHash hash =
        server
            .store
            .accounts()
            .credentials(new AccountId(patient.id()))
            .orElseThrow()
            .passwordHash();
    server.store.doctors().add(Accounts.pending(name), hash, Doctors.valid(name));
    return server.client().logIn(name + "@example.org", "correct horse");
  }

  /** The secret of a new calendar link. */
  public String calendarLink(Client of) {
    pass();
    return of.post("/api/me/calendar-link", null)
        .expect(201)
        .json()
        .at("/calendarLink/url")
        .asText()
        .replaceAll("^/api/calendar/|\\.ics$", "");
  }

  private Client disabled(Client who) {
    server.decide(who, Decision.DISABLE);
    return who;
  }

  private Client erased(Client who) {
    AccountId id = new AccountId(who.id());
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, server.clock.instant()).about(id);
    server.store.administration().erase(new Erasure(id, Optional.empty(), event));
    return who;
  }

  /** The same person in one more session. */
  public Client withSession(Client who, String id, Duration life) {
    AccountId owner = new AccountId(who.id());
    Session session =
        new Session(
            new SessionId(id),
            owner,
            server.clock.instant(),
            server.clock.instant().plus(life),
            ClientSoftware.UNKNOWN);
    Credentials checked = server.store.accounts().credentials(owner).orElseThrow();
    Optional<SecondFactor> factor = server.store.accounts().findSecondFactor(owner);
    if (factor.isPresent()) {
      // Seconds grow faster than the steps of 30 s, so none is used twice.
      long unused = server.clock.instant().getEpochSecond();
      server
          .store
          .sessions()
          .open(session, checked, new SecondFactorProof.TimeStep(factor.get().secret(), unused));
    } else {
      server.store.sessions().open(session, checked);
    }
    return server.client().withToken(new PlainTokens().issue(session, Role.PATIENT));
  }

  /** Books an appointment of the two; returns its id. */
  public String book(Client with, Client by, String date, String startTime) {
    String booking = TestServer.booking(with, startTime).replace("2026-03-03", date);
    return by.post("/api/appointments", booking).expect(201).json().at("/appointment/id").asText();
  }

  /** Lets some seconds pass, so that no rate is in the way. */
  public void pass() {
    server.clock.advance(Duration.ofSeconds(3));
  }

  @Override
  public void close() {
    server.close();
  }
}
