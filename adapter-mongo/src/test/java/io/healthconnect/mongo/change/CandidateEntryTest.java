package io.healthconnect.mongo.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCursor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.ActiveCall;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Side;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.call.CallFixtures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node reads of a candidate, whether or not it holds somebody of the call. */
@WithMongod
final class CandidateEntryTest {
  private static final AccountId ANN = new AccountId("2kd93hs8w0qpalzmxncb4567ty");
  private static final AccountId BOB = new AccountId("9fj38dk2ls0qwertyuiopasdfg");
  private static final CallId CALL = new CallId("zmxncbvlaksjdhfgqpwoeiruty");
  private static final DeviceId DESK = new DeviceId("desk2kd93hs8w0qpalzmxncb45");
  private static final String CANDIDATE =
      "{\"candidate\":\"candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx\","
          + "\"sdpMid\":\"0\",\"sdpMLineIndex\":0}";

  private static SessionDescription description(String type) {
    String sdp = "a=rtpmap:111 opus/48000/2\\r\\n".repeat(250);
    return new SessionDescription("{\"type\":\"" + type + "\",\"sdp\":\"" + sdp + "\"}");
  }

  @BeforeEach
  void clear(TestDatabase database) {
    database.raw().drop();
  }

  private static void ring(LiveCalls calls) {
    CallRecord record =
        CallRecord.ringing(CALL, ANN, BOB, Optional.empty(), CallMedia.VIDEO, CallFixtures.NOW);
    Side side = Side.calling(ANN, CallFixtures.deviceOf(ANN), description("offer"));
    calls.open(
        RingingCall.start(record, CallFixtures.CARD, side, CallFixtures.NOW.plusSeconds(45), true),
        List.of());
  }

  private static MongoCursor<RawBsonDocument> stream(MongoHandles handles) {
    return handles
        .database()
        .watch(StoredChanges.pipeline(Set.of()))
        .withDocumentClass(RawBsonDocument.class)
        .cursor();
  }

  /** The descriptions of both sides take 15 KB of the call; the entry has its signals only. */
  @Test
  void hasNoPartOfTheCallThatTheStepDidNotTell(TestDatabase database) {
    try (MongoHandles handles = MongoHandles.open(database.uri())) {
      var calls = new MongoStore(handles).calls();
      ring(calls);
      calls.change(CALL, call -> call.answer(BOB, DESK, description("answer"), CallFixtures.NOW));
      assertEquals(ActiveCall.class, calls.find(CALL).orElseThrow().getClass());
      try (MongoCursor<RawBsonDocument> stream = stream(handles)) {
        calls.change(CALL, call -> call.candidate(BOB, DESK, new Candidate(CANDIDATE), 100));
        RawBsonDocument entry = stream.next();
        int bytes = entry.getByteBuffer().remaining();
        assertTrue(bytes <= 720, () -> bytes + " bytes: " + entry.toJson());
      }
    }
  }

  /** What the callee sends before it has answered waits in the call. */
  @Test
  void thatWaitsReachesNoNode(TestDatabase database) {
    try (MongoHandles handles = MongoHandles.open(database.uri())) {
      var calls = new MongoStore(handles).calls();
      ring(calls);
      try (MongoCursor<RawBsonDocument> stream = stream(handles)) {
        for (int i = 0; i < 3; i++) {
          calls.change(CALL, call -> call.candidate(BOB, DESK, new Candidate(CANDIDATE), 100));
        }
        calls.change(CALL, call -> call.answer(BOB, DESK, description("answer"), CallFixtures.NOW));
        assertEquals(
            List.of("answered", "candidate", "candidate", "candidate", "elsewhere"),
            stream.next().getDocument("fullDocument").getArray("signals").stream()
                .map(signal -> signal.asDocument().getDocument("event").getString("kind"))
                .map(kind -> kind.getValue())
                .toList());
      }
    }
  }
}
