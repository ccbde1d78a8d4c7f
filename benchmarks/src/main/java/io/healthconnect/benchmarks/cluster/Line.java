package io.healthconnect.benchmarks.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.SignalingSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.Map;

/**
 * A patient at the first node who writes to a doctor and calls the doctor, who is connected to both
 * nodes and answers at the second.
 */
final class Line implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MESSAGE = "42[\"newMessage\"";
  private static final String CANDIDATE = "42[\"ice-candidate\"";
  private static final String TYPING = "42[\"typing\"";

  private final String name;
  private final Pair pair;
  private final Api api;
  private final SignalingSocket patient;
  private final SignalingSocket doctorHere;
  private final SignalingSocket doctorThere;
  private final String callId;
  private int sent;

  private final Journeys journeys;

  /** The measurements of all lines together. */
  record Journeys(
      Flights answered,
      Flights sameNode,
      Flights otherNode,
      Flights candidates,
      Flights signsOfTyping) {
    static Journeys begin() {
      return new Journeys(
          new Flights(), new Flights(), new Flights(), new Flights(), new Flights());
    }
  }

  Line(String name, Cluster cluster, HttpClient http, Journeys journeys)
      throws IOException, InterruptedException {
    this.name = name;
    this.journeys = journeys;
    Node first = cluster.nodes().get(0);
    Node second = cluster.nodes().get(1);
    api = first.api();
    pair = Pair.create(api, name);
    String doctor = pair.doctor().token();
    patient = SignalingSocket.connect(http, first.base(), pair.patient().token(), packet -> false);
    doctorHere =
        SignalingSocket.connect(
            http, first.base(), doctor, packet -> message(packet, journeys.sameNode()));
    doctorThere =
        SignalingSocket.connect(
            http,
            second.base(),
            doctor,
            packet -> message(packet, journeys.otherNode()) || candidate(packet) || typing(packet));
    callId = call();
  }

  private String call() throws IOException, InterruptedException {
    Map<String, String> offer = Descriptions.of("offer");
    Map<String, String> answer = Descriptions.of("answer");
    JsonNode started =
        patient.request(
            "call-user", Map.of("to", pair.doctor().id(), "offer", offer, "media", "video"));
    String id = started.path("callId").asText();
    doctorThere.event("call-made");
    doctorThere.request(
        "answer-call", Map.of("to", pair.patient().id(), "answer", answer, "callId", id));
    patient.event("call-answered");
    Map<String, String> first = Map.of("candidate", "candidate:first");
    doctorThere.request(
        "ice-candidate", Map.of("to", pair.patient().id(), "callId", id, "candidate", first));
    patient.event("ice-candidate");
    return id;
  }

  void message() throws IOException, InterruptedException {
    String clientId = name + "-" + ++sent;
    journeys.answered().depart(clientId);
    journeys.sameNode().depart(clientId);
    journeys.otherNode().depart(clientId);
    pair.sendFromPatient(api, "text of " + clientId, clientId).expect(201);
    journeys.answered().arrive(clientId);
  }

  void candidate() throws IOException {
    String key = name + "-" + ++sent;
    Map<String, Object> candidate =
        Map.of("candidate", "candidate:" + key, "sdpMid", "0", "sdpMLineIndex", 0);
    Map<String, Object> body =
        Map.of("to", pair.doctor().id(), "callId", callId, "candidate", candidate);
    journeys.candidates().depart(key);
    patient.send("42" + JSON.writeValueAsString(new Object[] {"ice-candidate", body}));
  }

  /** At most once a second, or nobody is told. */
  void typing() throws IOException {
    journeys.signsOfTyping().depart(pair.patient().id());
    patient.send(
        "42" + JSON.writeValueAsString(new Object[] {"typing", Map.of("to", pair.doctor().id())}));
  }

  private boolean typing(String packet) {
    if (packet.startsWith(TYPING)) {
      journeys.signsOfTyping().arrive(read(packet).path("from").asText());
      return true;
    }
    return false;
  }

  private boolean message(String packet, Flights flights) {
    if (packet.startsWith(MESSAGE)) {
      flights.arrive(read(packet).at("/message/clientId").asText());
      return true;
    }
    return false;
  }

  private boolean candidate(String packet) {
    if (packet.startsWith(CANDIDATE)) {
      String text = read(packet).at("/candidate/candidate").asText();
      journeys.candidates().arrive(text.substring("candidate:".length()));
      return true;
    }
    return false;
  }

  private static JsonNode read(String packet) {
    try {
      return JSON.readTree(packet.substring(2)).path(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    patient.close();
    doctorHere.close();
    doctorThere.close();
  }
}
