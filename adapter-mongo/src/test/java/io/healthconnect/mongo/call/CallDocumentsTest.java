package io.healthconnect.mongo.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.ActiveCall;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Side;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.testkit.call.CallFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CallDocumentsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.123Z");
  private static final CallId ID = new CallId("call");
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");
  private static final DeviceId PHONE = new DeviceId("phone");
  private static final DeviceId TAB = new DeviceId("tab");

  private static SessionDescription sdp(String text) {
    return new SessionDescription("{\"type\":\"offer\",\"sdp\":\"" + text + "\"}");
  }

  private static RingingCall ringing(CallMedia media, Optional<AppointmentId> appointment) {
    CallRecord record = CallRecord.ringing(ID, ANN, BOB, appointment, media, NOW);
    return RingingCall.start(
        record,
        CallFixtures.CARD,
        Side.calling(record.caller(), PHONE, sdp("offer")),
        NOW.plusSeconds(45),
        false);
  }

  private static RingingCall plain() {
    return ringing(CallMedia.VIDEO, Optional.empty());
  }

  private static LiveCall next(io.healthconnect.domain.call.Step<?> step) {
    return (LiveCall) step.next();
  }

  private static LiveCall withCandidates() {
    LiveCall offered = next(plain().candidate(ANN, PHONE, new Candidate("\"a\""), 100));
    return next(offered.candidate(BOB, TAB, new Candidate("\"b\""), 100));
  }

  private static LiveCall answered() {
    return next(withCandidates().answer(BOB, TAB, sdp("answer"), NOW.plusSeconds(3)));
  }

  private static LiveCall waiting() {
    LiveCall away = next(answered().left(PHONE, NOW.plusSeconds(30)));
    LiveCall described = next(away.description(BOB, TAB, sdp("again")));
    return next(described.candidate(BOB, TAB, new Candidate("\"c\""), 100));
  }

  static Stream<LiveCall> liveCalls() {
    return Stream.of(
        plain(),
        ringing(CallMedia.AUDIO, Optional.of(new AppointmentId("appointment"))),
        plain().markRung(),
        withCandidates(),
        next(plain().left(PHONE, NOW.plusSeconds(30))),
        answered(),
        waiting(),
        next(waiting().left(TAB, NOW.plusSeconds(31))),
        next(next(plain().left(PHONE, NOW.plusSeconds(30))).answer(BOB, TAB, sdp("x"), NOW)));
  }

  @ParameterizedTest
  @MethodSource("liveCalls")
  void readsALiveCallAsItWasWritten(LiveCall call) {
    Document document = CallDocuments.write(call, 7, List.of());

    assertEquals(call, CallDocuments.readLive(document));
    assertEquals(7, document.getLong("version"));
    assertEquals(List.of("ann", "bob"), document.getList("people", String.class));
    assertEquals(true, document.getBoolean("live"));
    assertEquals(call.deadline(), CallRecordDocuments.instant(document, "deadline"));
    assertEquals(
        call.devices().stream().map(DeviceId::value).sorted().toList(),
        document.getList("devices", String.class));
  }

  /** A member that is written but not known would stay when it should go. */
  @ParameterizedTest
  @MethodSource("liveCalls")
  void knowsAllMembersThatItWrites(LiveCall call) {
    Document document = CallDocuments.write(call, 7, List.of());
    assertEquals(parts(), CallDocuments.MEMBERS.keep(document, parts()));
  }

  private static Document parts() {
    return new Document("card", new Document())
        .append("caller", new Document())
        .append("callee", new Document());
  }

  @Test
  void keepsNothingOfAnEndedCallButItsRecord() {
    EndedCall ended = (EndedCall) waiting().expire(NOW.plusSeconds(60)).next();
    Document document = CallDocuments.write(ended, 9, List.of());

    assertEquals(ended.record(), CallRecordDocuments.read(document));
    assertEquals(EndReason.LOST.code(), document.getString("endReason"));
    assertFalse(document.getBoolean("live"));
    assertFalse(document.toJson().contains("sdp"), document::toJson);
    assertFalse(document.toJson().contains("candidate"), document::toJson);
  }

  @Test
  void readsEverySignalAsItWasWritten() {
    List<Signal.Event> events =
        List.of(
            new Signal.CallMade(
                ID, ANN, CallFixtures.CARD, sdp("o"), CallMedia.AUDIO, Optional.empty()),
            new Signal.CallMade(
                ID,
                ANN,
                CallFixtures.CARD,
                sdp("o"),
                CallMedia.VIDEO,
                Optional.of(new AppointmentId("appointment"))),
            new Signal.CallAnswered(ID, BOB, sdp("a")),
            new Signal.CandidateSent(ID, BOB, new Candidate("\"c\"")),
            new Signal.DescriptionSent(ID, ANN, sdp("d")),
            new Signal.CallRejected(ID, BOB, EndReason.DECLINED),
            new Signal.CallEnded(ID, ANN, EndReason.CANCELLED),
            new Signal.AnsweredElsewhere(ID, ANN));
    List<Signal> signals =
        events.stream()
            .flatMap(
                event ->
                    Stream.of(new Signal.All(), new Signal.Only(TAB), new Signal.AllBut(PHONE))
                        .map(devices -> new Signal(BOB, devices, event)))
            .toList();

    Document document = CallDocuments.write(plain(), 1, signals);

    List<Change> told = signals.stream().<Change>map(Change.CallSignalled::new).toList();
    assertEquals(told, CallDocuments.changes(document));
  }

  /** During an upgrade a newer node may send what this one does not know. */
  @Test
  void aSignalOfANewKindIsSkippedAlone() {
    Signal known = new Signal(BOB, new Signal.All(), new Signal.CallAnswered(ID, BOB, sdp("a")));
    Document document = CallDocuments.write(waiting(), 1, List.of(known, known, known));
    kind(document.getList("signals", Document.class).get(1).get("event", Document.class));
    assertEquals(
        List.of(new Change.CallSignalled(known), new Change.CallSignalled(known)),
        CallDocuments.changes(document));

    Document caller = document.get("caller", Document.class);
    int waits = caller.getList("waiting", Document.class).size();
    kind(caller.getList("waiting", Document.class).get(0));
    ActiveCall read = (ActiveCall) CallDocuments.readLive(document);
    assertEquals(waits - 1, read.caller().waiting().size());
  }

  private static void kind(Document event) {
    event.put("kind", "new");
  }

  @Test
  void doesNotReadACallWithoutSignals() {
    Document withoutSignals = CallDocuments.write(answered(), 1, List.of());
    withoutSignals.remove("signals");
    assertThrows(RuntimeException.class, () -> CallDocuments.changes(withoutSignals));
    assertEquals(ActiveCall.class, CallDocuments.readLive(withoutSignals).getClass());
  }
}
