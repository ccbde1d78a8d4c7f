package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's credentials, and nothing else, open a relay on a real coturn with our settings. */
class TurnServerIT {
  private static final String SECRET = "wQ5zL8vN2xK7tB4mR9cD6fG3hJ1pS0yA";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN_IP = 403;
  private static final int OTHER_FAMILY = 443;
  private static final int QUOTA_REACHED = 486;

  /** Addresses of the machine, its network, and nowhere, in the forms that network stacks use. */
  private static final List<String> INSIDE =
      List.of(
          "0.0.0.0",
          "0.1.2.3",
          "10.0.0.1",
          "10.255.255.254",
          "100.64.0.1",
          "100.127.255.254",
          "127.0.0.1",
          "127.0.0.2",
          "127.255.255.254",
          "169.254.1.1",
          "169.254.169.254",
          "172.16.0.1",
          "172.31.255.254",
          "192.0.0.1",
          "192.0.2.1",
          "192.88.99.1",
          "192.168.0.1",
          "192.168.255.254",
          "198.18.0.1",
          "198.19.255.254",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "239.255.255.250",
          "240.0.0.1",
          "255.255.255.255");

  private static final List<String> INSIDE_V6 =
      List.of(
          "::",
          "::1",
          "::ffff:7f00:1",
          "::ffff:a00:1",
          "::ffff:a9fe:a9fe",
          "::7f00:1",
          "64:ff9b::7f00:1",
          "64:ff9b:1::a00:1",
          "100::1",
          "2001::1",
          "2001:db8::1",
          "2002:7f00:1::",
          "fc00::1",
          "fdff::1",
          "fe80::1",
          "fec0::1",
          "ff02::1");

  private static final String USER = Instant.now().plusSeconds(600).getEpochSecond() + ":somebody";

  @TempDir Path folder;

  @BeforeEach
  void needCoturn() {
    Programs.need("turnserver", "coturn");
  }

  /** R-08. */
  @Test
  void r08OpensARelayWithTheCredentialThatTheServerGaveOnly() throws Exception {
    int port = Coturn.freePort();
    Map<String, String> turn = Map.of("TURN_URLS", "turn:127.0.0.1:" + port, "TURN_SECRET", SECRET);
    try (Coturn coturn = Coturn.start(folder, port, SECRET);
        ServerProcess server = RunnableJar.in(folder).start(turn)) {
      Pair pair = Pair.create(new Api(server.base()), "turn");
      new Api(server.base()).get("/api/ice-servers", "").expect(401);
      assertEquals(0, servers(server, pair.doctor().token()).size(), "contact alone is not enough");
      pair.meet(new Api(server.base())).expect(201);
      assertEquals("all", policy(server, pair.doctor().token()));
      assertEquals("relay", policy(server, pair.patient().token()));
      JsonNode relay = relay(server, pair.doctor().token());
      String username = relay.path("username").asText();
      String password = relay.path("credential").asText();
      try (TurnClient theirs = coturn.client(username, password);
          TurnClient altered = coturn.client(username, password.replaceFirst(".", "!"));
          TurnClient later = coturn.client("9" + username, password);
          TurnClient expired = coturn.client("1000000000:a", password)) {
        assertEquals(0, theirs.allocate());
        assertEquals(UNAUTHORIZED, altered.allocate());
        assertEquals(UNAUTHORIZED, later.allocate());
        assertEquals(UNAUTHORIZED, expired.allocate());
      }
      assertTrue(
          !username.contains(pair.doctor().id()) && !username.contains("@"),
          "the name says nothing of the person");
    }
  }

  /** R-09. */
  @Test
  void r09LeadsNowhereInside() throws Exception {
    int port = Coturn.freePort();
    try (Coturn coturn = Coturn.start(folder, port, SECRET);
        TurnClient client = coturn.client(USER, password(USER))) {
      assertEquals(0, client.allocate());
      assertEquals(0, client.permit(InetAddress.getByName("8.8.8.8").getAddress()));
      for (String peer : INSIDE) {
        byte[] address = InetAddress.getByName(peer).getAddress();
        assertEquals(FORBIDDEN_IP, client.permit(address), peer);
        assertEquals(FORBIDDEN_IP, client.bindChannel(address), peer);
      }
      for (String peer : INSIDE_V6) {
        int permitted = client.permit(v6(peer));
        assertTrue(permitted == FORBIDDEN_IP || permitted == OTHER_FAMILY, peer + permitted);
        int bound = client.bindChannel(v6(peer));
        assertTrue(bound == FORBIDDEN_IP || bound == OTHER_FAMILY, peer + bound);
      }
    }
  }

  /** R-10. */
  @Test
  void r10HasAQuotaForEachPerson() throws Exception {
    int port = Coturn.freePort();
    List<TurnClient> open = new ArrayList<>();
    try (Coturn coturn = Coturn.start(folder, port, SECRET)) {
      for (int i = 0; i < 12; i++) {
        open.add(coturn.client(USER, password(USER)));
        assertEquals(0, open.get(i).allocate());
      }
      open.add(coturn.client(USER, password(USER)));
      assertEquals(QUOTA_REACHED, open.get(12).allocate());
      String other = USER + "b";
      open.add(coturn.client(other, password(other)));
      assertEquals(0, open.get(13).allocate());
    } finally {
      open.forEach(TurnClient::close);
    }
  }

  /** What the two people of an appointment receive: a caller needs it before there is a call. */
  private static JsonNode relay(ServerProcess server, String token) throws Exception {
    JsonNode servers = servers(server, token);
    assertEquals(1, servers.size(), servers::toString);
    return servers.get(0);
  }

  private static JsonNode servers(ServerProcess server, String token) throws Exception {
    return reply(server, token).path("iceServers");
  }

  /** R-07. */
  private static String policy(ServerProcess server, String token) throws Exception {
    return reply(server, token).path("iceTransportPolicy").asText();
  }

  private static JsonNode reply(ServerProcess server, String token) throws Exception {
    return new Api(server.base()).get("/api/ice-servers", token).expect(200).body();
  }

  /** As in the scheme of short-lived credentials: a MAC of the name with the shared secret. */
  private static String password(String user) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return Base64.getEncoder().encodeToString(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
  }

  /** Sixteen bytes, also for mapped addresses, which Java would turn into IPv4. */
  private static byte[] v6(String text) throws Exception {
    byte[] address = InetAddress.getByName(text).getAddress();
    if (address.length == 16) {
      return address;
    }
    return ByteBuffer.allocate(16).putShort(10, (short) 0xffff).put(12, address).array();
  }
}
