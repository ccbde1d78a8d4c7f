package io.healthconnect.rest.http.server;

import static io.healthconnect.rest.rig.RawRequests.answers;
import static io.healthconnect.rest.rig.RawRequests.many;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.rest.rig.TestServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** H-07: Headers and methods that no honest client sends, each with its answer. */
class HeadersAndMethodsTest {
  @Test
  void h07HeadersAndMethods() {
    String get = "GET /health/live HTTP/1.1\nHost: x\n";
    Map<String, Integer> table = new LinkedHashMap<>();
    table.put(get, 200);
    table.put(get + "Cookie: " + many(700, "c%d=x; ") + '\n', 200);
    table.put(get + many(700, "Cookie: c%d=x\n"), 431);
    table.put(get + "Accept: " + many(700, "a/b;q=0.1,") + '\n', 200);
    table.put(get + "Accept-Encoding: " + many(700, "gzip;q=0.5,") + '\n', 200);
    table.put(get + many(200, "X-%d: a\n"), 200);
    table.put(get + "Host: x\n", 400);
    table.put(get + "Host: y\n", 400);
    table.put(get.replace("Host: x\n", ""), 400);
    table.put(get.replace("/health", "http://x/health"), 200);
    table.put(get.replace("/health", "http://y/health"), 400);
    table.put(get.replace("/health", "ftp://x/health"), 200);
    for (String method : "TRACE TRACK BREW PATCH PROPFIND get X".split(" ")) {
      table.put(get.replace("GET", method), 405);
    }
    table.put(get.replace("GET /health/live", "CONNECT x:80"), 405);
    table.put(get.replace("GET /health/live", "OPTIONS *"), 404);
    table.put(get.replace("GET", "G".repeat(9_000)), 431);
    table.put(get + "X:" + "x".repeat(9_000) + '\n', 431);
    table.put(get + "Range: bytes=" + many(700, "0-%d,") + '\n', 200);
    table.put(get + "If-Match: " + many(700, "\"%d\",") + '\n', 200);
    table.put(get + "Expect: the-spanish-inquisition\n", 400);
    List<String> wrong = new ArrayList<>();
    try (TestServer server = new TestServer()) {
      table.forEach(
          (head, status) -> {
            List<Integer> answers = answers(server, head, "");
            if (!answers.equals(List.of(status))) {
              wrong.add(head.substring(0, Math.min(60, head.length())) + answers);
            }
          });
    }
    assertEquals(List.of(), wrong);
  }
}
