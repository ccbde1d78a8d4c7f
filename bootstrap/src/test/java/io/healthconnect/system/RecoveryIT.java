package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recovery by mail, with the runnable jar and a real mail server. */
class RecoveryIT {
  private static final long LONGEST_MILLIS = 120_000;
  private static final Pattern LINK = Pattern.compile("/(reset|verify)#([A-Za-z0-9_-]{52})");
  private static final Pattern OPERATION =
      Pattern.compile(
          "healthconnect_store_operations_seconds_count\\{(operation=\"\\w+\",port=\"(?:Account"
              + "Repository|EmailRepository|AccountMailQueue|PreferenceRepository|AuditLog)\")}"
              + " (\\S+)");

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @AfterEach
  void stop() {
    mails.stop();
  }

  private Map<String, String> settings(RunnableJar jar, int metrics) {
    Map<String, String> settings = new HashMap<>();
    settings.put("PUBLIC_URL", "http://127.0.0.1:" + jar.port());
    settings.put("SMTP_URL", "smtp://127.0.0.1:" + mails.getSmtp().getPort() + "?tls=none");
    settings.put("MAIL_FROM", "The Clinic <clinic@clinic.example>");
    settings.put("METRICS_PORT", Integer.toString(metrics));
    return settings;
  }

  private HttpResponse<String> forgot(ServerProcess server, String email) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.base().resolve("/api/auth/forgot"))
            .header("Content-Type", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"" + email + "\"}"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What the use cases have asked the store for, as far as it concerns accounts. */
  private Map<String, Double> operations(int port) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + "/metrics");
    String text =
        http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
    Map<String, Double> counts = new TreeMap<>();
    Matcher matcher = OPERATION.matcher(text);
    while (matcher.find()) {
      counts.put(matcher.group(1), Double.valueOf(matcher.group(2)));
    }
    return counts;
  }

  private Map<String, Double> asked(ServerProcess server, int metrics, String email)
      throws Exception {
    Map<String, Double> before = operations(metrics);
    assertEquals(204, forgot(server, email).statusCode());
    Map<String, Double> after = operations(metrics);
    before.forEach((operation, count) -> after.merge(operation, -count, Double::sum));
    after.values().removeIf(count -> count == 0);
    return after;
  }

  private String secret(int mail, String page) throws Exception {
    assertTrue(mails.waitForIncomingEmail(LONGEST_MILLIS, mail + 1));
    MimeMessage message = mails.getReceivedMessages()[mail];
    Matcher link = LINK.matcher(GreenMailUtil.getBody(message).replace("=\r\n", ""));
    assertTrue(link.find(), () -> "no link");
    assertEquals(page, link.group(1));
    return link.group(2);
  }

  private static Map<String, Object> headers(HttpResponse<String> answer) {
    Map<String, Object> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeIf(name -> name.equals("date") || name.equals("x-request-id"));
    return headers;
  }

  /** G-04. */
  @Test
  void g04AnUnknownAddressIsAnsweredByTheSameWork() throws Exception {
    mails.start();
    int metrics = ServerProcess.freePort();
    RunnableJar jar = RunnableJar.in(folder);
    try (ServerProcess server = jar.start(settings(jar, metrics))) {
      Api api = new Api(server.base());
      Person paul = Person.patient(api, "paul");
      Person pia = Person.patient(api, "pia");
      Map<String, Double> unknown = asked(server, metrics, "nobody@example.org");
      assertEquals(
          Map.of(
              "operation=\"ask\",port=\"AccountMailQueue\"", 1.0,
              "operation=\"isServed\",port=\"AccountMailQueue\"", 1.0),
          unknown);
      assertEquals(unknown, asked(server, metrics, paul.email()));
      // Also once it has been asked for.
      assertEquals(unknown, asked(server, metrics, paul.email()));
      HttpResponse<String> known = forgot(server, pia.email());
      HttpResponse<String> nobody = forgot(server, "nobody2@example.org");
      assertEquals(headers(nobody), headers(known));
      assertEquals(nobody.body(), known.body());
      // Two confirmations and two links; nothing for those who have no account.
      assertTrue(mails.waitForIncomingEmail(LONGEST_MILLIS, 4));
    }
    for (MimeMessage message : mails.getReceivedMessages()) {
      assertFalse(message.getAllRecipients()[0].toString().startsWith("nobody"));
    }
    assertEquals(4, mails.getReceivedMessages().length);
  }

  /** G-13, N-05, X-08: the secret is in the mail, and nowhere else. */
  @Test
  void aLinkWorksOnceEndsSessionsAndIsInTheMailOnly() throws Exception {
    mails.start();
    RunnableJar jar = RunnableJar.in(folder);
    String reset;
    String verify;
    try (ServerProcess server = jar.start(settings(jar, ServerProcess.freePort()))) {
      Api api = new Api(server.base());
      Person paul = Person.patient(api, "paul");
      verify = secret(0, "verify");
      assertEquals(204, forgot(server, paul.email()).statusCode());
      reset = secret(1, "reset");
      assertNowhere(jar.data(), reset);
      assertNowhere(jar.data(), verify);
      api.post("/api/auth/verify", "", Map.of("token", verify)).expect(204);
      api.post("/api/auth/verify", "", Map.of("token", verify)).expect(422);
      Map<String, Object> body = Map.of("token", reset, "newPassword", "battery staple 12");
      api.post("/api/auth/reset", "", body).expect(204);
      api.get("/api/auth/me", paul.token()).expect(401);
      api.post("/api/auth/reset", "", body).expect(422);
    }
    assertNowhere(jar.data(), reset);
    assertNowhere(jar.data(), verify);
    String log = Files.readString(folder.resolve("server.log"));
    assertFalse(log.contains(reset) || log.contains(verify), log);
    assertFalse(log.contains("WARN") || log.contains("ERROR"), log);
  }

  private static void assertNowhere(Path data, String secret) throws Exception {
    try (var files = Files.list(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(content.contains(secret), () -> file.getFileName() + " holds a secret");
      }
    }
  }
}
