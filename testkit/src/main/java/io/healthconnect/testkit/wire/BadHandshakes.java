package io.healthconnect.testkit.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Variants of a valid handshake with one thing wrong in each, and the status that must refuse it.
 */
public final class BadHandshakes {
  /** The head of a request that opens a socket; its lines end with LF. */
  public static final String GOOD =
      """
      GET /socket.io/?EIO=4&transport=websocket HTTP/1.1
      Host: 127.0.0.1
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      Sec-WebSocket-Version: 13
      """;

  private static final String TARGET = "/socket.io/?EIO=4&transport=websocket";
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  /** What is wrong, the request head (lines end with LF), and the expected status. */
  public record Case(String what, String request, int status) {
    @Override
    public String toString() {
      return what;
    }
  }

  private final List<Case> cases = new ArrayList<>();

  private BadHandshakes() {}

  /**
   * All cases for a server whose origin is {@code https://clinic.example}.
   *
   * @param cookie the name of the session's cookie
   */
  public static List<Case> all(String cookie) {
    BadHandshakes table = new BadHandshakes();
    table.requestLines();
    table.queries();
    table.upgrades();
    table.origins();
    table.appOrigins(cookie);
    table.cookies(cookie);
    table.hosts();
    table.sizesAndBodies();
    return table.cases;
  }

  private void requestLines() {
    String methods =
        "POST PUT DELETE PATCH OPTIONS HEAD TRACE BREW GETX PROPFIND SEARCH LINK get Get PRI"
            + " MOVE COPY LOCK UNLOCK MKCOL REPORT QUERY UPDATE ACL MERGE";
    replace(400, "GET", methods.split(" "));
    replace(400, "GET ", "", " GET ", "G\0T ", "G(T ", "GET\u00e9 ");
    replace(400, "HTTP/1.1", "HTTP/1.0");
    String other =
        "/socket.io /socket.io/x /./socket.io/ /a/../socket.io/ /socket.io/socket.io/ /socket.iox/ /socket.io/;a=b"
            + " /socket.io;a=b/ /SOCKET.IO/ /Socket.io/ /%73ocket.io/ /socket%2eio/ /socket.io/%20"
            + " /a/socket.io/ /socketio/ /engine.io/ /socket.io/index.html /socket.io/1/"
            + " /socket.io/~ /socket.io/* /.socket.io/ /socket.io./ /socket..io/ / /ws";
    replace(404, "/socket.io/", other.split(" "));
    String odd =
        "* socket.io/ //socket.io/ /socket.io// /socket.io/../../etc/passwd"
            + " /socket.io/..;/ /socket.io/%2e%2e/ /socket.io/%00 /socket.io/%zz /socket.io%2f"
            + " /socket.io%5c \\socket.io\\ /socket.io/#a /socket.io/%2fx /%2e/socket.io/";
    replace(400, "/socket.io/", odd.split(" "));
  }

  private void queries() {
    String eio =
        "EIO EIO= EIO=0 EIO=1 EIO=2 EIO=3 EIO=5 EIO=44 EIO=04 EIO=-4 EIO=4.0 EIO=%34 EIO=4%20"
            + " EIO=four EIO=null EIO[]=4 eio=4 EIO=4&EIO=4 EIO=4&EIO=3 EIO=3&EIO=4 EIO=4;a=b x=4";
    replace(400, "EIO=4", eio.split(" "));
    String transport =
        "transport transport= transport=Polling transport=webtransport transport=WebSocket"
            + " transport=websockets transport=flashsocket transport=jsonp-polling transport=0"
            + " transport=web%73ocket transport=websocket%00 transport=websocket;a=b"
            + " transport[]=websocket Transport=websocket transport=__proto__"
            + " transport=websocket&transport=polling transport=polling&transport=websocket x=y";
    replace(400, "transport=websocket", transport.split(" "));
    String more =
        "sid sid= sid=a sid=0 sid=__proto__ sid=a&sid=b token=a token= token access_token=a";
    for (String pair : more.split(" ")) {
      add(pair, GOOD.replace("transport=websocket", "transport=websocket&" + pair), 400);
    }
    for (String query :
        List.of("", "?", "?&", "??EIO=4&transport=websocket", "?EIO=4?transport=websocket")) {
      add("query " + query, GOOD.replace("?EIO=4&transport=websocket", query), 400);
    }
  }

  private void upgrades() {
    String versions = "0 1 4 7 8 9 10 11 12 14 15 25 99 113 013 130 1.3 13.0 -13 +13 x 0xd 13;a";
    replace(
        426,
        "Version: 13",
        ("Version: " + String.join(" Version: ", versions.split(" "))).split(" (?=V)"));
    replace(
        426, "Version: 13", "Version: ", "Version: 13, 13", "Version: 8, 13", "Version: \"13\"");
    add("no version", without("Sec-WebSocket-Version"), 426);
    add("two versions", GOOD + "Sec-WebSocket-Version: 13\n", 426);
    replace(
        400,
        KEY,
        "",
        "=",
        "====",
        "a",
        "dGhl",
        KEY + "=",
        KEY + "A",
        KEY.substring(1),
        KEY.substring(0, 22),
        KEY.substring(0, 23),
        "A" + KEY,
        "dGhlIHNhbXBsZSBub25jZSE=",
        "dGhlIHNhbXBsZSBub25j",
        "!!!!!!!!!!!!!!!!!!!!!!!!",
        "dGhlIHNhbXBsZSBub25jZ-==",
        "dGhlIHNhbXBsZSBub25jZ_==",
        "dGhl IHNhbXBsZSBub25jZQ==",
        KEY + ", " + KEY,
        "\"" + KEY + "\"",
        "=".repeat(24),
        "dGhlIHNhbXBsZSBub25jZR==",
        "A".repeat(24),
        "A".repeat(1000),
        "\u00e9".repeat(22) + "==");
    add("no key", without("Sec-WebSocket-Key"), 400);
    add("two keys", GOOD + "Sec-WebSocket-Key: " + KEY + "\n", 400);
    replace(
        400,
        "Upgrade: websocket",
        "Upgrade: ",
        "Upgrade: h2c",
        "Upgrade: websockets",
        "Upgrade: web socket",
        "Upgrade: websocket/13",
        "Upgrade: xwebsocket",
        "Upgrade: TLS/1.0",
        "Upgrade: \"websocket\"",
        "Upgrade: websocket;a=b",
        "Upgrade: *",
        "Upgrade: null",
        "Upgrade: websocket websocket");
    add("no upgrade", without("Upgrade"), 400);
    add("two upgrades", GOOD + "Upgrade: websocket\n", 400);
    replace(
        400,
        "Connection: Upgrade",
        "Connection: ",
        "Connection: keep-alive",
        "Connection: close",
        "Connection: Upgraded",
        "Connection: x-upgrade",
        "Connection: no-upgrade",
        "Connection: Up grade",
        "Connection: Upgrade;a=b",
        "Connection: \"Upgrade\"",
        "Connection: Upgrade/1",
        "Connection: downgrade",
        "Connection: *");
    add("no connection", without("Connection"), 400);
  }

  private void origins() {
    String foreign =
        "https://evil.example http://clinic.example https://clinic.example:444 https://clinic.example:443"
            + " https://clinic.example.evil.example https://evilclinic.example https://CLINIC.example"
            + " HTTPS://clinic.example https://clinic.example/ https://clinic.example/a https://clinic.example?"
            + " https://clinic.example# https://clinic.example. https://.clinic.example https://www.clinic.example"
            + " https://a@clinic.example https://clinic.example@evil.example https://clinic.example\\.evil.example"
            + " https:clinic.example https:/clinic.example //clinic.example clinic.example"
            + " file:// NULL undefined * data: about:blank chrome-extension://abc"
            + " http://localhost http://[::1] https://clinic.example,https://evil.example"
            + " https://clinic.example%00.evil.example https://clinic%2eexample https://xn--clinic.example"
            + " \"https://clinic.example\" javascript:0";
    for (String origin : foreign.split(" ")) {
      add("Origin: " + origin, GOOD + "Origin: " + origin + "\n", 403);
    }
    add("two origins", GOOD + "Origin: https://clinic.example\n".repeat(2), 403);
    add("a good and a bad origin", GOOD + "Origin: https://clinic.example\nOrigin: null\n", 403);
  }

  /** Apps may send their own origin, but not together with a browser's cookie. */
  private void appOrigins(String cookie) {
    for (String origin :
        List.of(
            "null",
            "http://127.0.0.1",
            "capacitor://localhost",
            "ws://clinic.example",
            "wss://clinic.example")) {
      String request = GOOD + "Origin: " + origin + "\nCookie: " + cookie + "=a\n";
      add("Origin: " + origin + " and a cookie", request, 403);
    }
  }

  private void cookies(String name) {
    for (String cookie : List.of("N=a", "a=b; N=a", "N=", "N=a; N=b")) {
      String own = cookie.replace("N", name);
      add("no origin but " + own, GOOD + "Cookie: " + own + "\n", 403);
    }
  }

  private void hosts() {
    replace(
        400,
        "Host: 127.0.0.1",
        "Host: a b",
        "Host: a/b",
        "Host: a:b",
        "Host: a:99999",
        "Host: a:-1",
        "Host: [::1",
        "Host: a@b",
        "Host: a?b",
        "Host: a#b",
        "Host: a,b",
        "Host: a\\b",
        "Host: http://a",
        "Host: a:1:2",
        "X: no host");
    String foreign =
        "evil.example evil.example:8080 clinic.example.evil.example evilclinic.example www.clinic.example"
            + " clinic.example. localhost.evil.example 127.0.0.1.evil.example 127.0.0.1.nip.io localhost."
            + " 2130706433 0x7f000001 127.1 null *";
    for (String host : foreign.split(" ")) {
      replace(400, "Host: 127.0.0.1", "Host: " + host);
    }
    add("two hosts", GOOD + "Host: 127.0.0.1\n", 400);
    add("a second, other host", GOOD + "Host: evil.example\n", 400);
    replace(
        400,
        " /socket.io/",
        " http://evil.example/socket.io/",
        " https://a:99999/socket.io/",
        " http:///socket.io/",
        " ://a/socket.io/");
  }

  private void sizesAndBodies() {
    add("100 headers of 100 bytes", GOOD + numbered(100, "x".repeat(90)), 431);
    add("one header of 9,000 bytes", GOOD + "X-Long: " + "x".repeat(9_000) + "\n", 431);
    add("a name of 9,000 bytes", GOOD + "x".repeat(9_000) + ": 1\n", 431);
    add("a cookie of 9,000 bytes", GOOD + "Cookie: a=" + "x".repeat(9_000) + "\n", 431);
    for (int length : List.of(9_000, 20_000)) {
      add("a target of " + length, GOOD.replace(TARGET, TARGET + "&a=" + "x".repeat(length)), 414);
    }
    for (String header :
        List.of(
            "Content-Length: 1",
            "Content-Length: 65536",
            "Content-Length: -1",
            "Content-Length: x",
            "Content-Length: +5",
            "Content-Length: 1, 2",
            "Content-Length: 99999999999999999999",
            "Content-Length: 0\nContent-Length: 1",
            "Content-Length: 1\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: x",
            "No colon",
            "Bad name: 1",
            ": no name",
            " folded",
            "N\0l: 1",
            "Nul: \0",
            "Paren(: 1")) {
      add(header.replace('\n', ' '), GOOD + header + "\n", 400);
    }
  }

  private void replace(int status, String good, String... bad) {
    for (String each : bad) {
      add(good.strip() + " becomes " + each, GOOD.replace(good, each), status);
    }
  }

  private static String without(String header) {
    return GOOD.replaceAll("(?m)^" + header + ":.*\n", "");
  }

  private static String numbered(int count, String value) {
    StringBuilder headers = new StringBuilder();
    IntStream.range(0, count)
        .forEach(i -> headers.append("X-").append(i).append(": ").append(value).append('\n'));
    return headers.toString();
  }

  private void add(String what, String request, int status) {
    cases.add(new Case(what, request, status));
  }
}
