package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar and a real mail server. */
class MailIT {
  /** Longer than the lease of a mail whose sender was killed. */
  private static final long LONGEST_MILLIS = 300_000;

  /** To everybody who signs up. */
  private static final String CONFIRMATION = "Please confirm your e-mail address";

  private static final int KILLS = Integer.getInteger("mail.kills", 2);
  private static final int ROUNDS = Integer.getInteger("mail.rounds", 8);

  @TempDir Path folder;
  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @AfterEach
  void stop() {
    mails.stop();
  }

  private Map<String, String> settings(RunnableJar jar) {
    Map<String, String> settings = new HashMap<>(RunnableJar.withoutRates());
    settings.put("PUBLIC_URL", "http://127.0.0.1:" + jar.port());
    settings.put("SMTP_URL", "smtp://127.0.0.1:" + mails.getSmtp().getPort() + "?tls=none");
    settings.put("MAIL_FROM", "The Clinic <clinic@clinic.example>");
    return settings;
  }

  @Test
  void mailsWhatHappensInTheLanguageAndZoneOfTheReader() throws Exception {
    mails.start();
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(settings(jar))) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "mail");
      assertTrue(mails.waitForIncomingEmail(LONGEST_MILLIS, 4));
      assertEquals(
          Set.of(CONFIRMATION, "A visit was requested", "Your visit is confirmed"),
          Set.copyOf(subjects()));
      api.put(
              "/api/me/preferences",
              pair.doctor().token(),
              Map.of("language", "es", "timeZone", "America/Bogota"))
          .expect(204);
      String id = appointments(api, pair.patient()).get(0);
      api.post(
              "/api/appointments/" + id + "/cancel",
              pair.patient().token(),
              Map.of("reason", "a private reason"))
          .expect(200);
      assertTrue(mails.waitForIncomingEmail(LONGEST_MILLIS, 6));
      // Takes the visit out of the patient's calendar.
      assertTrue(subjects().contains("Your visit was cancelled"));
      int place = subjects().indexOf("Su cita ha sido cancelada");
      assertTrue(place >= 0, () -> "not in Spanish");
      String text = GreenMailUtil.getWholeMessage(mails.getReceivedMessages()[place]);
      assertTrue(text.contains("America/Bogota"), text);
      assertFalse(text.contains("private reason"), text);
      stopsMailsOfAKindByTheLinkInTheMail(api, pair.doctor(), place);
    }
    String log = Files.readString(folder.resolve("server.log"));
    assertFalse(log.contains("WARN") || log.contains("ERROR"), log);
  }

  private void stopsMailsOfAKindByTheLinkInTheMail(Api api, Person reader, int place)
      throws Exception {
    String header = mails.getReceivedMessages()[place].getHeader("List-Unsubscribe", null);
    HttpRequest oneClick =
        HttpRequest.newBuilder(URI.create(header.substring(1, header.length() - 1)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
            .build();
    HttpResponse<Void> stopped =
        HttpClient.newHttpClient().send(oneClick, HttpResponse.BodyHandlers.discarding());
    assertEquals(204, stopped.statusCode());
    var kinds = api.get("/api/me/notice-settings", reader.token()).expect(200).body().path("kinds");
    assertFalse(kinds.at("/visit_cancelled/mail").asBoolean());
    assertTrue(kinds.at("/visit_moved/mail").asBoolean());
  }

  /**
   * Every notice leaves, however often the server is killed; a mail is doubled only if a kill fell
   * between sending and marking it, and a server sends one at a time.
   */
  @Test
  void aKillLosesNoMail() throws Exception {
    mails.start();
    RunnableJar jar = RunnableJar.in(folder);
    List<Pair> pairs = new ArrayList<>();
    Set<String> sent = new TreeSet<>();
    for (int kill = 0; kill <= KILLS; kill++) {
      try (ServerProcess server = jar.start(settings(jar))) {
        Api api = new Api(server.base());
        Pair pair = Pair.create(api, "kill" + kill);
        pairs.add(pair);
        Pair.Slot slot = pair.freeSlots(api, 2).get(1);
        for (int round = 0; round < ROUNDS; round++) {
          bookAndCancel(api, pair, slot);
        }
        if (kill < KILLS) {
          server.kill();
        } else {
          for (Pair each : pairs) {
            long last = last(api, each.doctor());
            // The last visit was cancelled by the doctor, whose own change no page shows.
            sent.addAll(mailIds(each.doctor(), last + 1));
            sent.addAll(mailIds(each.patient(), last(api, each.patient())));
          }
          awaitAll(sent);
        }
      }
    }
    Map<String, Integer> received = received();
    assertEquals(sent, received.keySet());
    int doubled = received.values().stream().mapToInt(count -> count - 1).sum();
    System.out.printf("notices %d, kills %d, lost 0, doubled %d%n", sent.size(), KILLS, doubled);
    assertTrue(doubled <= KILLS, () -> "doubled " + doubled + " of " + sent.size());
  }

  /** Doubled mails count too, so the number alone does not say that all are there. */
  private void awaitAll(Set<String> sent) throws Exception {
    for (int there = 0; there < sent.size() || !received().keySet().containsAll(sent); ) {
      int next = there < sent.size() ? Math.min(there + 100, sent.size()) : there + 1;
      assertTrue(mails.waitForIncomingEmail(LONGEST_MILLIS, next), () -> "missing of " + sent);
      there = mails.getReceivedMessages().length;
    }
  }

  private static void bookAndCancel(Api api, Pair pair, Pair.Slot slot) throws Exception {
    String id = pair.book(api, slot).expect(201).body().at("/appointment/id").asText();
    String path = "/api/appointments/" + id;
    api.post(path + "/confirm", pair.doctor().token(), Map.of()).expect(200);
    api.post(path + "/cancel", pair.doctor().token(), Map.of("reason", "ill")).expect(200);
  }

  private List<String> subjects() throws Exception {
    List<String> subjects = new ArrayList<>();
    for (MimeMessage message : mails.getReceivedMessages()) {
      subjects.add(message.getSubject());
    }
    return subjects;
  }

  /** How often each mail about a notice arrived, by its identifier. */
  private Map<String, Integer> received() throws Exception {
    Map<String, Integer> counts = new TreeMap<>();
    for (MimeMessage message : mails.getReceivedMessages()) {
      if (!message.getSubject().equals(CONFIRMATION)) {
        counts.merge(message.getMessageID(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<String> appointments(Api api, Person person) throws Exception {
    return api.get("/api/appointments", person.token())
        .expect(200)
        .body()
        .path("appointments")
        .findValuesAsText("id");
  }

  /** The identifiers of the mails about a person's first notices. */
  private static List<String> mailIds(Person person, long count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(seq -> "<%s.%d.notice@clinic.example>".formatted(person.id(), seq))
        .toList();
  }

  /** The number of a person's newest notice that a page shows. */
  private static long last(Api api, Person person) throws Exception {
    return api.get("/api/notices?limit=1", person.token())
        .expect(200)
        .body()
        .at("/notices/0/seq")
        .asLong();
  }
}
