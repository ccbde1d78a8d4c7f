package io.healthconnect.signaling.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.account.Role;
import io.healthconnect.testkit.appointment.Appointments;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The journey of {@link JourneyTest} with the Java client of the Socket.IO project. */
class JavaJourneyTest {
  private static final String SDP =
      "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=fingerprint:sha-256 "
          + "A1:".repeat(31)
          + "0F\r\n";

  private final InteropHost host;

  JavaJourneyTest() throws Exception {
    host = InteropHost.withRealTime();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  /** A connected client, and what it hears. */
  private static final class Device implements AutoCloseable {
    private final Map<String, BlockingQueue<JSONObject>> heard = new ConcurrentHashMap<>();
    private final BlockingQueue<Boolean> connects = new LinkedBlockingQueue<>();
    private final Socket socket;

    private Device(String url, OpenedSession person, String transports) throws Exception {
      IO.Options options =
          IO.Options.builder()
              .setTransports(transports.split(","))
              .setAuth(Map.of("token", person.token()))
              .setForceNew(true)
              .setReconnectionDelay(50)
              .setReconnectionDelayMax(200)
              .build();
      socket = IO.socket(URI.create(url), options);
      socket.on(Socket.EVENT_CONNECT, nothing -> connects.add(true));
      socket.onAnyIncoming(
          args -> {
            if (args[1] instanceof JSONObject payload) {
              queue((String) args[0]).add(payload);
            }
          });
      socket.connect();
      connected();
    }

    void connected() throws Exception {
      assertEquals(true, connects.poll(60, TimeUnit.SECONDS));
    }

    private BlockingQueue<JSONObject> queue(String event) {
      return heard.computeIfAbsent(event, name -> new LinkedBlockingQueue<>());
    }

    JSONObject next(String event) throws Exception {
      return Optional.ofNullable(queue(event).poll(60, TimeUnit.SECONDS)).orElseThrow();
    }

    JSONObject does(String event, JSONObject payload) throws Exception {
      CompletableFuture<JSONObject> acked = new CompletableFuture<>();
      socket.emit(
          event, new Object[] {payload}, (Ack) args -> acked.complete((JSONObject) args[0]));
      JSONObject ack = acked.get(60, TimeUnit.SECONDS);
      assertTrue(ack.getBoolean("ok"), ack::toString);
      return ack;
    }

    @Override
    public void close() {
      socket.disconnect();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polling,websocket", "polling", "websocket"})
  void logsInChatsCallsAndSurvivesARestart(String transports) throws Exception {
    OpenedSession doctor = host.world.signUp(Role.DOCTOR);
    OpenedSession patient = host.world.signUp(Role.PATIENT);
    host.world.book(host.world.actor(doctor.token()), host.world.actor(patient.token()));
    String doctorId = doctor.account().id().value();
    String patientId = patient.account().id().value();
    try (Device caller = new Device(host.url(), doctor, transports);
        Device callee = new Device(host.url(), patient, transports)) {
      write(patient, doctor, "Good morning");
      assertEquals("Good morning", text(caller.next("newMessage")));
      assertEquals("Good morning", text(callee.next("newMessage")));

      String call =
          caller
              .does("call-user", to(patientId).put("offer", description("offer")))
              .getString("callId");
      assertEquals(call, callee.next("call-made").getString("callId"));
      callee.does("answer-call", to(doctorId).put("answer", description("answer")));
      assertEquals(call, caller.next("call-answered").getString("callId"));
      caller.does("ice-candidate", to(patientId).put("candidate", candidate("candidate:1")));
      assertEquals("candidate:1", candidateOf(callee));

      host.restart();
      for (Device device : new Device[] {caller, callee}) {
        device.connected();
        JSONObject resumed = device.does("call-resume", new JSONObject().put("callId", call));
        assertEquals("active", resumed.getJSONObject("call").getString("state"));
      }
      callee.does("ice-candidate", to(doctorId).put("candidate", candidate("candidate:2")));
      assertEquals("candidate:2", candidateOf(caller));
      caller.does("call-end", to(patientId));
      assertEquals("hangup", callee.next("call-end").getString("reason"));
      write(doctor, patient, "After the restart");
      assertEquals("After the restart", text(callee.next("newMessage")));
    }
  }

  private void write(OpenedSession from, OpenedSession to, String text) {
    Appointments.value(
        host.world
            .health
            .messages()
            .send()
            .sendMessage(
                new SendMessage.Command(
                    host.world.actor(from.token()), to.account().id(), text, Optional.empty())));
  }

  private static JSONObject to(String id) throws Exception {
    return new JSONObject().put("to", id);
  }

  private static JSONObject description(String type) throws Exception {
    return new JSONObject().put("type", type).put("sdp", SDP);
  }

  private static JSONObject candidate(String text) throws Exception {
    return new JSONObject().put("candidate", text).put("sdpMid", "0").put("sdpMLineIndex", 0);
  }

  private static String candidateOf(Device device) throws Exception {
    return device.next("ice-candidate").getJSONObject("candidate").getString("candidate");
  }

  private static String text(JSONObject payload) throws Exception {
    return payload.getJSONObject("message").getString("text");
  }
}
