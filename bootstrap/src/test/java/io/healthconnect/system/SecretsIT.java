package io.healthconnect.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * N-05: marks that stand for each kind of secret and private word go through the server, with and
 * without success, while it logs all that it can; none is in its log, its metrics, the names of its
 * threads, or a refusal.
 */
class SecretsIT {
  private static final String DEBUG =
      """
      <configuration>
        <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d %level %thread %logger %msg%n%ex{full}</pattern></encoder>
        </appender>
        <logger name="io.healthconnect" level="TRACE"/>
        <root level="INFO"><appender-ref ref="out"/></root>
      </configuration>
      """;

  private static final String PASSWORD = "lantern-Orchid-47-tugboat";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir Path folder;

  private final Map<String, String> marks = new LinkedHashMap<>();
  private final StringBuilder refusals = new StringBuilder();
  private int refused;

  private String mark(String name) {
    return marks.computeIfAbsent(name, kind -> "Mark-" + kind.replace(' ', '-') + "-7f3a9c");
  }

  @Test
  void n05SecretsAndPrivateWordsAppearOnlyInTheirReply() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Path config = Files.writeString(folder.resolve("debug.xml"), DEBUG);
    int metrics = ServerProcess.freePort();
    Map<String, String> settings = new HashMap<>(RunnableJar.withoutRates());
    settings.put("JAVA_TOOL_OPTIONS", "-Dlogback.configurationFile=" + config);
    settings.put("METRICS_PORT", Integer.toString(metrics));
    settings.put("TURN_URLS", "turn:127.0.0.1:3478");
    settings.put("TURN_SECRET", mark("turn secret"));
    settings.put("JWT_SECRET", "Mark-jwt-secret-7f3a9c-kY3vN8qL1xW5zT7mB2cR9dF4");
    settings.put("CLOUDINARY_URL", "cloudinary://123456:" + mark("cloud secret") + "@cloud");
    marks.put("jwt secret", settings.get("JWT_SECRET"));
    try (ServerProcess server = jar.start(settings)) {
      Pair pair = Pair.create(new Api(server.base()), "mark-7f3a9c");
      marks.put("token", pair.patient().token());
      marks.put("password", PASSWORD);
      marks.put("e-mail", pair.patient().email());
      succeed(server.base(), pair);
      fail(server.base(), pair);
      String told = text(URI.create("http://127.0.0.1:" + metrics + "/metrics"));
      assertTrue(told.contains("jvm_") || told.contains("health"), told);
      assertTrue(refused >= 20, "refused " + refused);
      List<String> found = new ArrayList<>();
      search("metrics", told, found);
      search("threads", threads(server.pid()), found);
      search("refusals", refusals.toString(), found);
      search("log", log(), found);
      assertTrue(log().contains("POST /api/auth/login"), "requests are in the log");
      assertEquals(List.of(), found);
    }
  }

  private void succeed(URI base, Pair pair) throws Exception {
    Api api = new Api(base);
    String token = pair.patient().token();
    Map<String, Object> record =
        Map.of("allergies", mark("allergy"), "contactNumber", "+49 30 7770777");
    marks.put("phone", "7770777");
    api.put("/api/patients/me", token, record).expect(200);
    pair.sendFromPatient(api, mark("message"), "mark-client-id").expect(201);
    api.get("/api/ice-servers", token).expect(200);
    pair.patient().logIn(api).expect(200);
    String sdp = Descriptions.sdp(mark("sdp"));
    String doctor = pair.doctor().id();
    try (SocketIoClient caller = SocketIoClient.connect(base, token);
        SocketIoClient callee = SocketIoClient.connect(base, pair.doctor().token())) {
      caller.emit("call-user", Map.of("to", doctor, "offer", Map.of("type", "offer", "sdp", sdp)));
      callee.next("call-made");
      marks.put("candidate", "203.0.113.77");
      String candidate = "candidate:1 1 udp 1 203.0.113.77 9 typ host";
      caller.emit(
          "ice-candidate", Map.of("to", doctor, "candidate", Map.of("candidate", candidate)));
      refusal(
          caller.emit("answer-call", Map.of("to", doctor, "answer", mark("answer"))).toString());
      refusal(caller.emit("call-description", Map.of("to", mark("to"), "sdp", sdp)).toString());
      refusal(caller.emit(mark("event"), Map.of("to", doctor)).toString());
      caller.emit("call-end", Map.of("to", doctor));
    }
  }

  /** Requests that are refused in many places, with a mark in each. */
  private void fail(URI base, Pair pair) throws Exception {
    String token = pair.patient().token();
    String to = "/api/messages/" + pair.doctor().id();
    String wrong = mark("wrong password");
    String email = pair.patient().email();
    send(
        base,
        "POST",
        "/api/auth/login",
        "",
        "{\"email\":\"" + email + "\",\"password\":\"" + wrong + "\"}");
    send(
        base,
        "POST",
        "/api/auth/login",
        "",
        "{\"email\":\"" + mark("odd mail") + "\",\"password\":\"x\"}");
    send(
        base,
        "POST",
        "/api/auth/login",
        "",
        "{\"email\":\"" + email + "\",\"" + mark("member") + "\":1}");
    send(
        base,
        "POST",
        "/api/auth/login",
        "",
        "{\"password\":\"" + PASSWORD + "\" " + mark("broken"));
    send(base, "POST", "/api/auth/signup", "", "{\"role\":\"" + mark("role") + "\"}");
    send(
        base,
        "POST",
        "/api/auth/password",
        token,
        "{\"currentPassword\":\"" + wrong + "\",\"newPassword\":\"" + mark("new password") + "\"}");
    send(base, "POST", to, token, "{\"text\":\"" + mark("long") + "x".repeat(5_000) + "\"}");
    send(base, "POST", to, token, "{\"text\":[\"" + mark("list") + "\"]}");
    send(base, "POST", to, token, "{\"image\":\"" + mark("image") + "\"}");
    send(base, "POST", to + mark("id"), token, "{\"text\":\"" + mark("stranger") + "\"}");
    send(base, "PUT", "/api/patients/me", token, "{\"dateOfBirth\":\"" + mark("birth") + "\"}");
    send(base, "PUT", "/api/patients/me", token, "{\"contactNumber\":\"" + mark("number") + "\"}");
    send(
        base,
        "PUT",
        "/api/me/avatar",
        token,
        "{\"image\":\"data:image/png;base64," + mark("data") + "\"}");
    send(base, "POST", "/api/appointments", token, "{\"reason\":\"" + mark("reason") + "\"}");
    for (String query : List.of("token=" + token, "access_token=" + token, "q=" + mark("query"))) {
      send(base, "GET", "/api/auth/me?" + query, "", "");
      send(base, "GET", "/socket.io/?EIO=4&transport=none&" + query, "", "");
    }
    send(base, "GET", "/api/auth/me", token + mark("forged"), "");
    send(base, "GET", "/" + mark("path") + ".txt", token, "");
    send(base, "GET", "/api/appointments?cursor=" + mark("cursor"), token, "");
    form(base, to, token);
  }

  private void form(URI base, String path, String token) throws Exception {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\""
            + mark("file name")
            + ".png\"\r\n\r\n"
            + mark("file")
            + "\r\n--b--\r\n";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body));
    refusal(HTTP.send(request.build(), BodyHandlers.ofString()).body());
  }

  private void send(URI base, String method, String path, String token, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
      request.header("Cookie", "token=" + token);
    }
    var answer = HTTP.send(request.build(), BodyHandlers.ofString());
    assertTrue(answer.statusCode() >= 400, () -> method + " " + path + answer.statusCode());
    refusal(answer.body() + answer.headers().map());
  }

  private void refusal(String text) {
    refusals.append(text).append('\n');
    refused++;
  }

  private static String text(URI uri) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private String log() throws IOException {
    return new String(Files.readAllBytes(folder.resolve("server.log")), ISO_8859_1);
  }

  private static String threads(long pid) throws IOException {
    StringBuilder names = new StringBuilder();
    try (var tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path task : tasks.toList()) {
        names.append(Files.readString(task.resolve("comm")));
      }
    }
    return names.toString();
  }

  private void search(String where, String text, List<String> found) {
    marks.forEach(
        (name, mark) -> {
          byte[] bytes = mark.getBytes(UTF_8);
          for (String form :
              List.of(
                  mark,
                  URLEncoder.encode(mark, UTF_8),
                  Base64.getEncoder().withoutPadding().encodeToString(bytes),
                  HexFormat.of().formatHex(bytes))) {
            int at = text.indexOf(form);
            if (at >= 0) {
              found.add(name + " in " + where + ": " + text.substring(Math.max(0, at - 60), at));
            }
          }
        });
  }
}
