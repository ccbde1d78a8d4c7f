package io.healthconnect.rest;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.Ports;
import io.healthconnect.domain.change.LocalPresence;
import io.healthconnect.rest.call.TurnCredentials;
import io.healthconnect.rest.site.WebClient;
import io.healthconnect.testkit.RandomIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.PlainTokens;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.WordCleaner;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Handler;

/** A running server over the in-memory store, at Monday 2026-03-02 07:00 UTC. */
final class TestServer implements AutoCloseable {
  final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  final InMemoryStore store = new InMemoryStore();
  final InMemoryImageStore images = new InMemoryImageStore();
  final AtomicBoolean storeReady = new AtomicBoolean(true);
  final AtomicBoolean hashingIsFull = new AtomicBoolean();
  final HealthConnect useCases;
  final RestServer server;

  TestServer() {
    this(RestSettings.local(0));
  }

  TestServer(RestSettings settings) {
    this(settings, WebClient.load("/no-web-client"));
  }

  TestServer(RestSettings settings, WebClient webClient) {
    RandomIds ids = new RandomIds(7);
    useCases =
        HealthConnect.create(
            new Ports(
                new Ports.Stores(
                    store.accounts(),
                    store.sessions(),
                    store.doctors(),
                    store.patients(),
                    store.appointments(),
                    store.messages(),
                    store.media(),
                    new InMemoryLiveCalls(store.feed())),
                new Ports.Images(images, new WordCleaner()),
                new Ports.Security(
                    new FillingHasher(hashingIsFull::get),
                    (password, name, email) -> password.value().equals("password1"),
                    new PlainTokens()),
                new LocalPresence(store.feed()),
                new Ports.Surroundings(clock, ids)),
            HealthConnect.Options.DEFAULT);
    server =
        new RestServer(
            settings,
            new RestPorts(
                useCases,
                account -> false,
                Optional.of(() -> new TurnCredentials.Credential("1:u", "secret")),
                storeReady::get,
                clock,
                ids),
            new Handler.Wrapper(),
            webClient);
    server.start();
  }

  Client client() {
    return new Client(server.port());
  }

  /** Signs up a patient; the client then carries the token. */
  Client patient(String name) {
    Client client = client();
    client.signUp(
        "{\"role\":\"patient\",\"name\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"correct horse\"}"
            .formatted(name, name));
    return client;
  }

  /** Signs up a cardiologist in Berlin, open on weekdays from 9 to 17. */
  Client doctor(String name) {
    Client client = client();
    client.signUp(
        ("{\"role\":\"doctor\",\"name\":\"%s\",\"email\":\"%s@example.org\",\"password\":\"correct horse\","
                + "\"specialization\":\"Cardiology\",\"timeZone\":\"Europe/Berlin\"}")
            .formatted(name, name));
    StringBuilder week = new StringBuilder();
    for (String day : new String[] {"monday", "tuesday", "wednesday", "thursday", "friday"}) {
      week.append(week.isEmpty() ? "" : ",")
          .append(
              "{\"day\":\""
                  + day
                  + "\",\"windows\":[{\"startTime\":\"09:00\",\"endTime\":\"17:00\"}]}");
    }
    client.put("/api/doctors/me/schedule", "{\"schedule\":[" + week + "]}").expect(200);
    return client;
  }

  /** A visit on Tuesday 2026-03-03. */
  static String booking(Client doctor, String startTime) {
    return "{\"doctorId\":\"%s\",\"date\":\"2026-03-03\",\"startTime\":\"%s\",\"mode\":\"video\",\"reason\":\"a cough\"}"
        .formatted(doctor.id(), startTime);
  }

  @Override
  public void close() {
    server.stop();
  }
}
