package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.domain.push.PushKeys;
import io.healthconnect.testkit.push.StandInPushService;
import io.healthconnect.testkit.push.StandInPushService.Answer;
import io.healthconnect.testkit.push.StandInPushService.Browser;
import io.healthconnect.testkit.push.StandInPushService.Received;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar and a push service that decrypts. */
class PushIT {
  private static final long LONGEST_MILLIS = 60_000;

  @TempDir Path folder;
  private StandInPushService service;

  @BeforeEach
  void startService() {
    service = StandInPushService.start(folder);
  }

  @AfterEach
  void stopService() {
    service.close();
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(RunnableJar.withoutRates());
    settings.put("VAPID_SUBJECT", "mailto:ops@clinic.example");
    settings.put("PUSH_TEST_SERVICE", service.url().toString());
    return settings;
  }

  private ServerProcess start(RunnableJar jar, Map<String, String> settings) throws Exception {
    String trust =
        "JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore="
            + service.trustStore()
            + " -Djavax.net.ssl.trustStorePassword="
            + StandInPushService.TRUST_PASSWORD;
    return jar.start(List.of("env", trust), settings);
  }

  private static Browser subscribe(Api api, Person person, Browser browser) throws Exception {
    PushKeys keys = browser.receiver().keys();
    api.post(
            "/api/me/push-subscriptions",
            person.token(),
            Map.of(
                "endpoint",
                browser.endpoint().value().toString(),
                "keys",
                Map.of("p256dh", keys.p256dh(), "auth", keys.auth())))
        .expect(204);
    return browser;
  }

  private static String book(Api api, Pair pair, int slot) throws Exception {
    return pair.book(api, pair.freeSlots(api, slot + 1).get(slot))
        .expect(201)
        .body()
        .at("/appointment/id")
        .asText();
  }

  private static void change(Api api, Person who, String visit, String action) throws Exception {
    api.post(
            "/api/appointments/" + visit + '/' + action,
            who.token(),
            Map.of("reason", "a private reason"))
        .expect(200);
  }

  /** Books a time and cancels it, of which the doctor is told twice. */
  private static void cancel(Api api, Pair pair, int slot) throws Exception {
    change(api, pair.patient(), book(api, pair, slot), "cancel");
  }

  private static JsonNode read(Received received) throws Exception {
    return new ObjectMapper().readTree(received.text());
  }

  @Test
  void whatHappensArrivesEncryptedUntilTheSubscriptionHasEnded() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = start(jar, settings())) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "push");
      Browser phone = subscribe(api, pair.doctor(), service.subscribe());
      cancel(api, pair, 1);
      Received first = phone.next().orElseThrow();
      Received second = phone.next().orElseThrow();
      List<String> titles =
          List.of(read(first).at("/title").asText(), read(second).at("/title").asText());
      assertTrue(titles.contains("A visit was requested"), titles.toString());
      assertTrue(titles.contains("Your visit was cancelled"), titles.toString());
      assertTrue(read(first).at("/page").asText().startsWith("/visits/"), first.text());
      assertFalse((first.text() + second.text()).contains("private reason"));
      assertEquals(
          api.get("/api/config", pair.doctor().token()).expect(200).body().at("/vapidKey").asText(),
          first.sender().publicKey());

      phone.answer(new Answer(410, Map.of()));
      change(api, pair.patient(), visit(api, pair), "cancel");
      assertTrue(phone.next().isPresent());
      phone.answer(Answer.CREATED);
      Browser desk = subscribe(api, pair.patient(), service.subscribe());
      cancel(api, pair, 1);
      change(api, pair.doctor(), book(api, pair, 1), "decline");
      assertTrue(desk.next().isPresent());
      assertEquals(0, phone.waiting());
    }
    String log = Files.readString(folder.resolve("server.log"));
    assertFalse(log.contains("/send/") || log.contains("ERROR"), log);
  }

  private static String visit(Api api, Pair pair) throws Exception {
    for (JsonNode each :
        api.get("/api/appointments?status=scheduled", pair.patient().token())
            .expect(200)
            .body()
            .path("appointments")) {
      return each.path("id").asText();
    }
    throw new AssertionError("no confirmed visit");
  }

  /** The key pair outlives the process, or every device would have to subscribe again. */
  @Test
  void theKeyOfTheSiteStays() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    String before;
    try (ServerProcess server = start(jar, settings())) {
      before = new Api(server.base()).get("/api/config", "").body().at("/vapidKey").asText();
    }
    try (ServerProcess server = start(jar, settings())) {
      assertEquals(
          before, new Api(server.base()).get("/api/config", "").body().at("/vapidKey").asText());
    }
    assertEquals(87, before.length());
  }

  @Test
  void aPushServiceThatDoesNotAnswerDelaysNoMailAndNoRequest() throws Exception {
    GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> settings = settings();
    settings.put("PUBLIC_URL", "http://127.0.0.1:" + jar.port());
    settings.put("SMTP_URL", "smtp://127.0.0.1:" + mails.getSmtp().getPort() + "?tls=none");
    settings.put("MAIL_FROM", "The Clinic <clinic@clinic.example>");
    try (ServerProcess server = start(jar, settings)) {
      Api api = new Api(server.base());
      Pair pair = Pair.create(api, "slow");
      assertTrue(mails.waitForIncomingEmail(LONGEST_MILLIS, 2));
      Browser phone = service.subscribe();
      phone.hold();
      subscribe(api, pair.doctor(), phone);
      cancel(api, pair, 1);
      assertTrue(phone.next().isPresent());
      assertTrue(mails.waitForIncomingEmail(LONGEST_MILLIS, 4));
      cancel(api, pair, 1);
      assertTrue(mails.waitForIncomingEmail(LONGEST_MILLIS, 6));
      phone.release();
    } finally {
      mails.stop();
    }
  }
}
